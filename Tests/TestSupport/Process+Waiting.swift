public import Foundation

extension Process {
    /// Waits for its end, and closes what was opened for it. Foundation's own way looks for the end some thirty times a
    /// second: of thousands of programs, tests would wait longer for the ends than for the programs. It is still called,
    /// after the end: a process and its run loop's source hold each other, with every file and pipe that was handed to
    /// it, until it has been. From 1,366 open files on, Foundation reads beyond the list of them when it starts the
    /// next program (it copies each whole `dirent`, and the kernel's are shorter), and traps where nothing lies there.
    public func waitForEnd() {
        while isRunning { usleep(5_000) }
        waitUntilExit()
    }
}
