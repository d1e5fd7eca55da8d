import Foundation
import TestSupport
import Testing

@testable import allclear

/// The bar of long work, on a terminal of a test's own.
@Suite struct ProgressTests {
    @Test func barIsDrawnAndNothingIsLeftOfIt() throws {
        let terminal = try Screen()
        let progress = Progress(on: terminal.descriptor, environment: ["TERM": "xterm"])
        try progress.show("writing files", of: 3) { step in
            step()
            try terminal.wait(for: "] 1 of 3")
        }
        #expect(try terminal.screen().isEmpty)
    }

    @Test func errorLeavesNothingOfTheBar() throws {
        struct Failure: Error {}
        let terminal = try Screen()
        let progress = Progress(on: terminal.descriptor, environment: ["TERM": "xterm"])
        #expect(throws: Failure.self) {
            try progress.show("writing files", of: 3) { _ in
                try terminal.wait(for: "] 0 of 3")
                throw Failure()
            }
        }
        #expect(try terminal.screen().isEmpty)
    }

    @Test func nothingIsDrawnWhereNobodySeesABar() throws {
        let terminal = try Screen()
        let pipe = Pipe()
        for progress in [
            Progress(on: terminal.descriptor, environment: ["TERM": "dumb"]), Progress.hidden,
            Progress(on: pipe.fileHandleForWriting.fileDescriptor, environment: ["TERM": "xterm"]),
        ] {
            // Longer than a bar takes to be drawn.
            progress.show("writing files", of: 1) { _ in _ = usleep(1_300_000) }
        }
        #expect(try terminal.screen().isEmpty && terminal.written.isEmpty)
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd()?.isEmpty ?? true)
    }

    @Test func barFitsTheScreen() {
        let bar = ProgressBar(name: "reading", count: 1000)
        #expect(bar.line(250, columns: 50) == "reading [======                     ]  250 of 1000")
        #expect(bar.line(1000, columns: 200).count == "reading [] 1000 of 1000".count + 40)
        #expect(bar.line(7, columns: 25) == "reading    7 of 1000")
        #expect(bar.line(7, columns: 9) == "reading  ")
        #expect(bar.line(0, columns: 0).isEmpty)
        #expect(ProgressBar(name: "reading", count: 0).line(0, columns: 50).contains("0 of 0"))
    }

    @Test func buildAtATerminalShowsABarAndCtrlCLeavesNothingOfIt() throws {
        let site = try SmallSite(["status.yml": SmallSite.trackedConfiguration])
        let terminal = try Screen()
        let output = site.path + "/public"
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        // Another build is at work there, and does not end.
        let lock = open(output, O_RDONLY)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX) == 0)
        let build = try Program.start(
            ["build", "--site", site.path],
            environment: ["TERM": "xterm"],
            errors: terminal.path
        )
        try terminal.wait(for: "writing files [")
        build.interrupt()
        build.waitForEnd()
        #expect(build.terminationReason == .uncaughtSignal)
        #expect(try terminal.screen() == "allclear: waiting for another build to finish")
    }
}
