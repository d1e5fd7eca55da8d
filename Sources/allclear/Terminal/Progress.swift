import Dispatch
import Foundation
import Synchronization

/// The progress of long work, as a bar at a terminal.
///
/// Nothing is drawn in the first second, or if standard error is not a terminal, and the bar disappears when the
/// work ends, including after an error or Ctrl-C.
final class Progress: Sendable {
    private let terminal: Int32?
    private let start = Clock.Stopwatch()
    private let done = Atomic(0)
    private let bar = Mutex<ProgressBar?>(nil)

    /// - Parameter descriptor: the stream to draw on, if that is a terminal and can move its cursor.
    convenience init(
        on descriptor: Int32 = STDERR_FILENO,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.init(terminal: isatty(descriptor) == 1 && environment["TERM"] != "dumb" ? descriptor : nil)
    }

    private init(terminal: Int32?) {
        self.terminal = terminal
    }

    /// A progress that draws nothing, for work that is shown in another way.
    static let hidden = Progress(terminal: nil)
}

extension Progress {
    /// Performs work in steps, and shows how many are done.
    ///
    /// - Parameters:
    ///   - name: a description of the work, such as `reading records`.
    ///   - count: the number of steps.
    ///   - work: the work; it calls its argument once for each step that is done, on any thread.
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

    /// Erases the bar to write something, and draws it again below.
    func say(_ words: () -> Void) {
        bar.withLock {
            $0?.erase()
            words()
        }
    }
}

private extension Progress {
    /// Returns a timer that draws the bar ten times a second, without holding up the work.
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

/// Unblocks Ctrl-C for this thread: the parent process may have blocked it for its own threads, which a child inherits.
private func unblockInterruption() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}

/// Ends the program as Ctrl-C does without a bar, after erasing the bar.
private func eraseAndEnd(_ number: Int32) {
    ProgressBar.eraseForGood(on: STDERR_FILENO)
    signal(number, SIG_DFL)
    raise(number)
}
