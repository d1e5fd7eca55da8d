import Diagnostics
import StatusModel

/// A check for text from the templates that `init` writes for records, which says what to write instead.
enum TemplateTextIsReplaced: RecordCheck {
    static let id = Diagnostic.ID("template-text")
    static let subject = RecordSubject.anyRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let warning = { (place: SourceLocation) in
            Diagnostic(
                .warning, id, "this is still text from the template", at: place,
                hint: "replace it with what readers need to know")
        }
        if templateTitles.contains(record.title) {
            findings.add(warning(assembly.frontMatter.place(of: "title")))
        }
        for (index, update) in record.updates.enumerated() where templateTexts.contains(update.prose.text) {
            findings.add(warning(assembly.place(ofUpdate: index)))
        }
    }
}

/// The titles in the templates; a test compares these and the texts with the files of `starter/links`.
private let templateTitles: Set = ["What users notice", "What you are working on"]
private let templateTexts: Set = [
    "What users notice, since when, and that you are looking into it.",
    "What users will notice, and for how long.",
]
