public import Foundation

extension Process {
    /// Waits for its end. Foundation's own way looks for it some thirty times a second: of thousands of programs, tests
    /// would wait longer for the ends than for the programs.
    public func waitForEnd() {
        while isRunning { usleep(5_000) }
    }
}
