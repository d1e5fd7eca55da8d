import Dispatch
import Foundation

/// Returns when the person at the terminal presses Ctrl-C, or the system asks the program to end.
///
/// A second Ctrl-C ends the program immediately.
func interruption() async {
    let numbers = [SIGINT, SIGTERM]
    let (signals, arrivals) = AsyncStream.makeStream(of: Void.self)
    let sources = numbers.map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { arrivals.yield() }
        source.resume()
        return source
    }
    for await _ in signals { break }
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
    // The terminal has written `^C`: start a new line.
    if isatty(STDERR_FILENO) == 1 { try? Console().tell("\n") }
}
