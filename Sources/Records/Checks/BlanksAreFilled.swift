import Diagnostics
import StatusModel

/// A check that the blanks of a prepared text were filled in, because everybody would see one that was not.
enum BlanksAreFilled: RecordCheck {
    static let id = Diagnostic.ID("open-blank")
    static let subject = RecordSubject.anyRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let (file, blanks) = (assembly.body.text.file, assembly.configuration.blanks)
        guard !blanks.isEmpty else { return }
        var rest = file.bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
            let name = file.bytes[(start + 1)...].prefix {
                $0.isLetter || $0.isDigit || "_-".utf8.contains($0)
            }
            rest = file.bytes[name.endIndex...]
            guard rest.first == UInt8(ascii: "}"), let text = blanks[String(decoding: name, as: UTF8.self)]
            else { continue }
            findings.error(
                id, at: file.location(of: start..<rest.startIndex + 1),
                "a blank from the text `\(text)` was not filled in",
                hint: "replace `{\(String(decoding: name, as: UTF8.self))}` with what it stands for")
        }
    }
}
