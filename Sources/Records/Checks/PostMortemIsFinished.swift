import Diagnostics
import StatusModel

/// A check that a published post-mortem has everything that the severity's policy requires, and no blanks.
enum PostMortemIsFinished: RecordCheck {
    static let id = Diagnostic.ID("unfinished-post-mortem")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard record.kind == .incident, let postMortem = record.postMortem, postMortem.publishedOn != nil
        else {
            return
        }
        let wanted = assembly.severity(of: record)?.postMortem?.sections ?? []
        for heading in wanted where !postMortem.sections.contains(where: { $0.answers(heading) }) {
            findings.add(missing(heading, in: assembly))
        }
        for (place, section) in postMortem.sections.enumerated() {
            let region = assembly.region(ofSection: place)
            if let blank = assembly.blank(in: region) {
                findings.add(blank.warning(in: "the section `\(section.title)`"))
            } else if section.isEmpty, wanted.contains(where: section.answers) {
                findings.add(empty(section, at: assembly.body.text.location(ofLineAt: region.lowerBound)))
            }
        }
        if let blank = assembly.blank(in: assembly.regionAboveSections) {
            findings.add(blank.warning(in: "the post-mortem"))
        }
    }
}

private extension PostMortemIsFinished {
    static func missing(_ heading: String, in assembly: RecordAssembly) -> Diagnostic {
        let part = assembly.body.parts.postMortem
        let place =
            part.map { assembly.body.text.location(ofLineAt: $0.offset) } ?? assembly.body.text.file.start
        return Diagnostic(
            .warning, id, "this post-mortem is published without the section `\(heading)`", at: place,
            hint: "add it under a `## \(heading)` heading: the policy requires it")
    }

    static func empty(_ section: PostMortem.Section, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .warning, id, "the section `\(section.title)` is published but empty", at: place,
            hint: "write the section, or say that there is nothing to report")
    }
}

/// A place where something is still to be written.
private struct FoundBlank {
    let form: String
    let place: SourceLocation

    func warning(in whole: String) -> Diagnostic {
        Diagnostic(
            .warning, PostMortemIsFinished.id, "\(whole) is published but still says `\(form)`", at: place,
            hint: "replace it with what belongs there, or remove the line")
    }
}

private extension RecordAssembly {
    /// Returns the bytes from a section's heading to the next heading.
    func region(ofSection place: Int) -> Range<Int> {
        let text = body.text
        let start = text.start(ofLine: sectionLines[place])
        let next = place + 1 < sectionLines.count ? text.start(ofLine: sectionLines[place + 1]) : nil
        return start..<max(start, next ?? text.range.upperBound)
    }

    var regionAboveSections: Range<Int> {
        let text = body.text
        let start = body.parts.postMortem?.offset ?? text.range.upperBound
        return start..<max(start, sectionLines.first.map(text.start(ofLine:)) ?? text.range.upperBound)
    }

    /// Returns the first blank in the region.
    func blank(in region: Range<Int>) -> FoundBlank? {
        let text = body.text
        let found = Blank.forms.compactMap { form in
            text.find(Array(form.utf8), from: region.lowerBound, upTo: region.upperBound).map { ($0, form) }
        }
        return found.min { $0.0 < $1.0 }.map { offset, form in
            FoundBlank(form: form, place: text.file.location(of: offset..<offset + form.utf8.count))
        }
    }
}

extension PostMortem.Section {
    /// Whether it is the section that the policy means by the heading: by its kind or, if the heading has none, by its
    /// words.
    func answers(_ heading: String) -> Bool {
        let kind = PostMortem.Kind(heading: heading)
        return kind == .other ? title.trimmed.folded == heading.trimmed.folded : self.kind == kind
    }
}
