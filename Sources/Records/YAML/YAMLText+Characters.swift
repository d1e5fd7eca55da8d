import Diagnostics

extension YAMLText {
    /// Refuses characters that YAML cannot contain, and line endings in YAML that editors do not show.
    ///
    /// Only the first one is reported, since there are often thousands.
    func refuseCharacters(into findings: Findings) {
        guard let offset = range.first(where: isRefused),
            let character = String(
                decoding: file.bytes[offset..<min(offset + 4, range.upperBound)],
                as: UTF8.self
            )
            .unicodeScalars.first
        else { return }
        let digits = String(character.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        findings.error(
            .yamlSyntax, at: file.location(of: offset..<offset + String(character).utf8.count),
            "YAML does not allow the invisible character \(name)",
            hint: "delete it: such characters usually come with copied text")
    }

    /// Whether there is a Unicode line ending or a byte order mark at the offset; control characters were left out
    /// before.
    ///
    /// Source: YAML 1.2.2, production 1 (`c-printable`), and YAML 1.1 for the line endings.
    private func isRefused(at offset: Int) -> Bool {
        guard file.bytes[offset] == 0xE2 || file.bytes[offset] == 0xEF else { return false }
        let character = file.bytes[offset..<min(offset + 3, range.upperBound)]
        return [[0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9], [0xEF, 0xBB, 0xBF]].contains {
            character.elementsEqual($0)
        }
    }
}
