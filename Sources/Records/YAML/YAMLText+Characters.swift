import Diagnostics

extension YAMLText {
    /// Refuses what YAML cannot hold, and what ends a line in YAML where no editor shows one. One such
    /// character is told: where there is one, there are often thousands.
    func refuseCharacters(into diagnostics: inout [Diagnostic]) {
        guard let offset = range.first(where: isRefused),
            let character = String(
                decoding: file.bytes[offset..<min(offset + 4, range.upperBound)],
                as: UTF8.self
            )
            .unicodeScalars.first
        else { return }
        let digits = String(character.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        diagnostics.append(
            Diagnostic(
                .error,
                .yamlSyntax,
                "the invisible character \(name) cannot stand in YAML",
                at: file.location(of: offset..<offset + String(character).utf8.count),
                hint: "delete it: such characters come with text that was copied from elsewhere"
            )
        )
    }

    /// Control characters, the line ends of Unicode and byte order marks.
    ///
    /// Source: YAML 1.2.2, production 1 (`c-printable`), and YAML 1.1 for the line ends.
    private func isRefused(at offset: Int) -> Bool {
        let byte = file.bytes[offset]
        guard byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xE2 else { return false }
        func next(_ step: Int) -> UInt8 {
            offset + step < range.upperBound ? file.bytes[offset + step] : 0
        }
        switch byte {
        case 0x09, 0x0A, 0x0D: return false
        case 0xC2: return next(1) < 0xA0
        case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9)
        case 0xEF: return next(1) == 0xBB && next(2) == 0xBF || next(1) == 0xBF && next(2) >= 0xBE
        default: return byte <= 0x7F
        }
    }
}
