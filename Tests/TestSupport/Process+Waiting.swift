public import Foundation

extension Process {
    /// Waits until it ends, then releases what was opened for it.
    ///
    /// Foundation's own way looks for the end some thirty times a second: of thousands of programs, tests would wait
    /// longer for the ends than for the programs. It is still called afterwards: until then a process and its run loop's
    /// source hold each other, along with every file and pipe that the process was given. From 1,366 open files on,
    /// Foundation reads beyond the list of them when it starts the next program (it copies each whole `dirent`, and the
    /// kernel's are shorter), and traps where nothing lies there.
    public func waitForEnd() {
        while isRunning { usleep(5_000) }
        waitUntilExit()
    }
}
