import Diagnostics
import Testing

@Suite struct ByteClassTests {
    /// Each class against its members, written out: of all bytes these, and no others.
    @Test(arguments: [
        (\UInt8.isDigit, "0123456789"),
        (\UInt8.isHexDigit, "0123456789abcdefABCDEF"),
        (\UInt8.isSmallLetter, "abcdefghijklmnopqrstuvwxyz"),
        (\UInt8.isLetter, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        (\UInt8.isBlank, " \t"),
        (\UInt8.isSpace, " \t\n\u{B}\u{C}\r"),
    ])
    func aClassHasItsMembersAlone(isMember: any KeyPath<UInt8, Bool> & Sendable, members: String) {
        let found = (UInt8.min...UInt8.max).filter { $0[keyPath: isMember] }
        #expect(Set(found) == Set(members.utf8))
    }

    @Test func controlsAreThoseOfUnicode() {
        for value in 0...UInt32(0x10FFFF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isControl == (scalar.properties.generalCategory == .control))
        }
    }

    @Test(
        arguments: [
            ([], 0), ([0xEF, 0xBB, 0xBF], 3), ([0xEF, 0xBB], 0), ([0xEF, 0xBB, 0xBF, 0x61], 3),
            ([0xFE, 0xFF], 0),
        ] as [([UInt8], Int)]
    )
    func textBeginsBehindAByteOrderMark(bytes: [UInt8], start: Int) {
        #expect(bytes.textStart == start)
    }
}
