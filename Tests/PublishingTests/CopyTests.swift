import Foundation
import Testing

@testable import Publishing

/// Files that are copied as they are, in pieces.
@Suite struct CopyTests {
    private let scratch: Scratch
    private let source: String

    init() throws {
        scratch = try Scratch()
        source = scratch.path + "/source"
    }

    /// Around the size of a piece, and of two.
    @Test(arguments: [0, 1, 262_143, 262_144, 262_145, 524_288, 600_001])
    func copyHoldsEachByte(count: Int) throws {
        var bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        for step in 0..<3 {
            try Data(bytes).write(to: URL(filePath: source))
            let summary = try publish([copy], into: scratch.output)
            #expect(try Data(contentsOf: URL(filePath: scratch.output + "/a.bin")) == Data(bytes))
            #expect(summary.bytes == count)
            #expect(summary.created == (step == 0 ? 1 : 0))
            #expect(summary.replaced == (step > 0 && count > 0 ? 1 : 0))
            if count > 0 { bytes[count - 1] ^= 0xFF }
        }
        let again = try publish([copy], into: scratch.output)
        #expect(again.unchanged == 1 && again.replaced == 0)
    }

    @Test func copyThatCannotBeReadLeavesTheSiteThatStood() throws {
        try Data("old".utf8).write(to: URL(filePath: source))
        try publish([copy, Output(path: "b.html") { [1] }], into: scratch.output)
        try FileManager.default.removeItem(atPath: source)
        #expect(throws: PublishingError.system(.read, path: "source", errno: ENOENT)) {
            try publish([copy, Output(path: "b.html") { [2] }], into: scratch.output)
        }
        #expect(scratch.read("a.bin") == "old" && scratch.read("b.html") == "\u{1}")
    }

    @Test func linkAsTheOutputDirectoryIsRefusedUnlessItIsWanted() throws {
        let outside = scratch.path + "/outside"
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: scratch.output, withDestinationPath: outside)
        for path in [scratch.output, scratch.output + "/", scratch.output + "//"] {
            #expect(throws: PublishingError.symbolicLink(scratch.output)) {
                try publish([Output(path: "a.html") { [] }], into: path)
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
        try publish([Output(path: "a.html") { [] }], into: scratch.output, followingLink: true)
        #expect(FileManager.default.fileExists(atPath: outside + "/a.html"))
    }

    private var copy: Output {
        Output(path: "a.bin", copyOf: "source") { [source] () throws(PublishingError) in
            let descriptor = open(source, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .system(.read, path: "source", errno: errno) }
            return descriptor
        }
    }
}
