import Diagnostics

/// The differences for a person at a terminal; text from records cannot move the cursor.
struct DifferenceText {
    let text: String

    init(_ document: DifferenceDocument) {
        var lines = [document.title] + document.remarks
        for section in document.sections {
            lines += ["", "\(section.heading):"]
            for item in section.items {
                lines.append("  \(item.line)")
                for detail in item.details {
                    lines.append("    \(detail.line)")
                    lines += detail.quote.split(whereSeparator: \.isNewline).map { "      \($0)" }
                }
            }
        }
        text = lines.map { printable($0.split(whereSeparator: \.isNewline).joined(separator: " ")) + "\n" }
            .joined()
    }
}
