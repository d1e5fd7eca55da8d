/// A generator of mutations that gives the same ones for the same seed (SplitMix64, by S. Vigna).
struct Noise: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The bytes after one to six accidents.
    mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) { befall(&bytes) }
        return bytes
    }
}

private extension Noise {
    static let snippets = [
        "---\n", "\n\n", "\r\n", "\r", "\t", ": ", " #", "[", "]", "{", "}", "&a ", "*a ", "\"", "'", "| ",
        "> ", "- ", "? ", "!", "`",
        "```\n", "===\n", "[RESOLVED]", "[UPDATE 17:00]", "Updated: 17:00\n", "# Post-mortem\n", "<b>",
        "<!--", "-->", "(Owner: ",
        "\u{FEFF}", "\u{2028}", "\u{201C}", "日本", "😀", "\u{0}", "\u{1B}", "\u{85}", "](javascript:x)",
        "](a.md)", "%20", "\\", "0", "since ",
    ]

    mutating func befall(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes = Array("---\n".utf8) }
        let at = Int.random(in: 0..<bytes.count, using: &self)
        let end = Int.random(in: at...min(bytes.count, at + 40), using: &self)
        switch Int.random(in: 0..<9, using: &self) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &self))
        case 2: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &self))
        case 3: bytes[at] = UInt8.random(in: 0...255, using: &self)
        case 4: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &self), at: at)
        case 5: bytes.removeSubrange(at...)
        case 6:
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).shuffled(using: &self)
            bytes = Array(lines.joined(separator: [10]))
        default: bytes.insert(contentsOf: (Self.snippets.randomElement(using: &self) ?? "").utf8, at: at)
        }
    }
}
