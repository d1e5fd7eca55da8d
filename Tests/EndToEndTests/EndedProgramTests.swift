import Foundation
import TestSupport
import Testing

@Suite struct EndedProgramTests {
    /// Thousands of programs are started by the tests: what each leaves open adds up to what the machine has.
    @Test func aProgramThatHasEndedHoldsNothing() throws {
        weak var ended: Process?
        weak var file: FileHandle?
        do {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "exit 3"]
            let output = try #require(FileHandle(forWritingAtPath: "/dev/null"))
            process.standardOutput = output
            try process.run()
            process.waitForEnd()
            #expect(process.terminationStatus == 3)
            (ended, file) = (process, output)
        }
        // Foundation's own thread lets go of a process a moment after it has told of the end.
        for _ in 0..<1_000 where ended != nil || file != nil { usleep(5_000) }
        #expect(ended == nil)
        #expect(file == nil)
    }
}
