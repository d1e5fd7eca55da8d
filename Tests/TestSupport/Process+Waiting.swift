public import Foundation

extension Process {
    /// Waits until the process ends, then releases what was opened for it.
    ///
    /// Foundation's own method looks for the end about thirty times a second: with thousands of programs,
    /// tests would wait longer for the ends than for the programs. It is still called afterwards: until
    /// then, a process and its run loop's source retain each other, along with every file and pipe that the
    /// process was given. From 1,366 open files on, Foundation reads beyond the list of them when it starts
    /// the next program (it copies each whole `dirent`, but the kernel's are shorter), and traps if that
    /// memory is not mapped.
    public func waitForEnd() {
        while isRunning { usleep(5_000) }
        waitUntilExit()
    }
}
