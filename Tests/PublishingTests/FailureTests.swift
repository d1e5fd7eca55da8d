import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct FailureTests {
    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a tmpfs"))
    func fullDiskLeavesTheOldSite() throws {
        let disk = try SmallDisk(kibibytes: 256)
        try LinkedSite.first.publish(into: disk.scratch)
        let before = disk.scratch.contents()
        let large =
            LinkedSite.second.outputs
            + (0..<100).map { page("large/\($0)", String(repeating: "x", count: 9_000)) }
        let error = #expect(throws: PublishingError.self) {
            try publish(large, into: disk.scratch.output, threads: 2)
        }
        #expect(error?.description.hasSuffix("No space left on device") == true)
        #expect(error?.description.hasPrefix("cannot write `\(disk.scratch.output)/large/") == true)
        #expect(disk.scratch.contents() == before)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a tmpfs"))
    func diskFullOfChangedFilesLeavesTheOldSite() throws {
        let disk = try SmallDisk(kibibytes: 256)
        let old = (0..<20).map { page("\($0)", String(repeating: "x", count: 8_000)) }
        try publish(old, into: disk.scratch.output)
        let before = disk.scratch.contents()
        let new = (0..<20).map { page("\($0)", String(repeating: "y", count: 8_000)) }
        #expect(throws: PublishingError.self) { try publish(new, into: disk.scratch.output) }
        #expect(disk.scratch.contents() == before)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a tmpfs"))
    func readOnlyDirectoryLeavesTheOldSite() throws {
        let disk = try SmallDisk(kibibytes: 256)
        try LinkedSite.first.publish(into: disk.scratch)
        try disk.becomeReadOnly()
        let error = #expect(throws: PublishingError.self) {
            try LinkedSite.second.publish(into: disk.scratch)
        }
        #expect(error?.description.hasSuffix("Read-only file system") == true)
        #expect(disk.scratch.contents() == LinkedSite.first.contents)
    }

    @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
    func unwritableDirectoryLeavesTheOldSite() throws {
        let scratch = try Scratch()
        try LinkedSite.first.publish(into: scratch)
        chmod(scratch.output, 0o555)
        defer { chmod(scratch.output, 0o755) }
        let error = #expect(throws: PublishingError.self) { try LinkedSite.second.publish(into: scratch) }
        #expect(error?.description.hasSuffix("Permission denied") == true)
        #expect(scratch.contents() == LinkedSite.first.contents)
    }

    @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
    func outputDirectoryThatCannotBeMadeSaysWhy() throws {
        let scratch = try Scratch()
        chmod(scratch.path, 0o555)
        defer { chmod(scratch.path, 0o755) }
        let error = #expect(throws: PublishingError.self) {
            try publish([page("a", "")], into: scratch.path + "/new/public")
        }
        #expect(error?.description == "cannot create `\(scratch.path)/new/public`: Permission denied")
    }

    @Test func outputDirectoryBelowAFileIsNamed() throws {
        let scratch = try Scratch()
        try Data().write(to: URL(fileURLWithPath: scratch.path + "/file"))
        let error = #expect(throws: PublishingError.self) {
            try publish([page("a", "")], into: scratch.path + "/file/public")
        }
        #expect(error?.description == "cannot open `\(scratch.path)/file/public`: Not a directory")
    }
}

/// A file system of few bytes, mounted for one test.
private final class SmallDisk {
    let scratch: Scratch

    init(kibibytes: Int) throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.output, withIntermediateDirectories: true)
        try run(["mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", scratch.output])
    }

    deinit {
        try? run(["umount", scratch.output])
    }

    func becomeReadOnly() throws {
        try run(["mount", "-o", "remount,ro", scratch.output])
    }

    static let isPossible: Bool = {
        #if os(Linux)
            return geteuid() == 0 && (try? SmallDisk(kibibytes: 64)) != nil
        #else
            return false
        #endif
    }()
}

private struct CommandFailure: Error {
    let status: Int32
}

private func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitForEnd()
    if process.terminationStatus != 0 { throw CommandFailure(status: process.terminationStatus) }
}
