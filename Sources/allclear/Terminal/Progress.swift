import Dispatch
import Foundation
import Synchronization

/// How far long work has come, as a bar at a terminal.
///
/// Nothing is drawn in the first second, nor where standard error is no terminal, and nothing is left of
/// the bar when the work ends: not by an error, and not by Ctrl-C.
final class Progress: Sendable {
    private let terminal: Int32?
    private let start = Clock.Stopwatch()
    private let done = Atomic(0)
    private let bar = Mutex<ProgressBar?>(nil)

    /// - Parameter descriptor: where it is drawn, if that is a terminal and can move its cursor.
    convenience init(
        on descriptor: Int32 = STDERR_FILENO,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.init(terminal: isatty(descriptor) == 1 && environment["TERM"] != "dumb" ? descriptor : nil)
    }

    private init(terminal: Int32?) {
        self.terminal = terminal
    }

    /// One that draws nothing, for work that is shown in another way.
    static let hidden = Progress(terminal: nil)
}

extension Progress {
    /// Does work in steps, and shows how many are done.
    ///
    /// - Parameters:
    ///   - name: what is done, as in `reading records`.
    ///   - count: how many steps there are.
    ///   - work: the work; it calls what it is given once for each step that is done, on any thread.
    func show<Result, Failure: Error>(
        _ name: String,
        of count: Int,
        during work: (_ step: @escaping @Sendable () -> Void) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let terminal else { return try work {} }
        done.store(0, ordering: .relaxed)
        bar.withLock { $0 = ProgressBar(name: name, count: count, on: terminal) }
        let timer = drawing()
        let disposition = signal(SIGINT, eraseAndEnd)
        unblockInterruption()
        defer {
            timer.cancel()
            end()
            signal(SIGINT, disposition)
        }
        return try work { self.done.add(1, ordering: .relaxed) }
    }

    /// Says something in place of the bar, which is drawn again below it.
    func say(_ words: () -> Void) {
        bar.withLock {
            $0?.erase()
            words()
        }
    }
}

private extension Progress {
    /// Draws the bar ten times a second; those who work are not held up by it.
    func drawing() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
        timer.setEventHandler { [self] in
            bar.withLock { $0?.draw(done.load(ordering: .relaxed)) }
        }
        let wait = max(0, 1000 - start.milliseconds)
        timer.schedule(deadline: .now() + .milliseconds(wait), repeating: .milliseconds(100))
        timer.resume()
        return timer
    }

    func end() {
        bar.withLock {
            $0?.erase()
            $0 = nil
        }
    }
}

/// Lets Ctrl-C through to this thread: whoever started the program may have blocked it for threads of its own, which a
/// child inherits.
private func unblockInterruption() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}

/// Ends the program as Ctrl-C does without a bar, with the bar's line empty.
private func eraseAndEnd(_ number: Int32) {
    ProgressBar.eraseForGood(on: STDERR_FILENO)
    signal(number, SIG_DFL)
    raise(number)
}
