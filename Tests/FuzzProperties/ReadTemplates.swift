import Diagnostics
import Records
import StatusSite

/// A template or a language's phrases, which replace those in the binary.
struct ReadTemplates {
    private let file: SourceFile
    private let name: String

    init(_ bytes: [UInt8], as name: String) {
        self.name = name
        file = SourceFile(path: "site-templates/\(name)", bytes: bytes)
    }

    var violations: [String] {
        let (found, again) = (Findings(), Findings())
        let templates = SiteTemplates(overriding: [name: file], language: "de", into: found)
        let other = SiteTemplates(overriding: [name: file], language: "de", into: again)
        var violations = found.all.misplaced(in: file)
        if found.all.inOrder != again.all.inOrder {
            violations.append("the second reading finds other mistakes")
        }
        guard let templates, let other, let page = SampleConfiguration.page else {
            if !found.hasErrors { violations.append("it is refused without an error") }
            return violations
        }
        let (one, two) = (RenderedSite(of: page, by: templates), RenderedSite(of: page, by: other))
        if one != two { violations.append("the second build writes other bytes") }
        // A template's author is responsible for its markup; phrases are text, which is escaped.
        return name.hasSuffix(".mustache") ? violations : violations + one.violations
    }
}
