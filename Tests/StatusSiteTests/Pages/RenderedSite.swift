import Diagnostics
import StatusModel
import Testing

@testable import StatusSite

/// A site as it would be published, for tests to read.
struct RenderedSite {
    let paths: [String]
    private let files: [String: String]

    /// - Parameters:
    ///   - language: the tag of one of the languages in the binary.
    ///   - own: the site's own templates, by name.
    init(
        _ page: StatusPage,
        for audience: Audience = .public,
        in language: String = "en",
        own: [String: String] = [:],
        now: Instant = Sample.now
    ) throws {
        let diagnostics = Findings()
        let templateFiles = own.map {
            ("\($0).mustache", SourceFile(path: "\($0).mustache", bytes: Array($1.utf8)))
        }
        let templates = try #require(
            SiteTemplates(
                overriding: Dictionary(uniqueKeysWithValues: templateFiles),
                language: language,
                into: diagnostics
            )
        )
        #expect(diagnostics.all.allSatisfy { $0.id == .unusedTemplate })
        let plan = SitePlan(of: page, for: audience, at: now, templates: templates).files(
            provenance: Provenance(
                generator: "allclear 1.0.0",
                revision: Provenance.Revision(commit: "0123456789ab", isModified: false)
            )
        )
        paths = plan.map(\.path)
        files = Dictionary(
            plan.map { ($0.path, String(decoding: $0.render(), as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    subscript(path: String) -> String { files[path] ?? "" }

    var pages: [String] { paths.filter { $0.hasSuffix(".html") } }
}

extension String {
    /// The text with durations that no line breaks.
    var unbrokenTimes: String {
        replacing(/\d+ (d|h|min|s)\b( \d+ (h|min|s)\b)?/) { String($0.output.0).unbroken }
    }

    /// The values of the attribute, wherever the text has it.
    func values(of attribute: String) -> [String] {
        pieces(after: " \(attribute)=\"").map { String($0.prefix { $0 != "\"" }) }
    }

    /// What follows each place at which the text has that piece.
    func pieces(after piece: String) -> [Substring] {
        var (rest, found) = (self[...], [Substring]())
        while let range = rest.firstRange(of: piece) {
            rest = rest[range.upperBound...]
            found.append(rest)
        }
        return found
    }

    /// The text between the first place that has one piece and the next that has the other.
    func between(_ start: String, _ end: String) -> String {
        guard let rest = pieces(after: start).first, let stop = rest.firstRange(of: end) else { return "" }
        return String(rest[..<stop.lowerBound])
    }

    /// The text without tags, as a reader sees its words: those that begin or end a block are a space.
    var withoutTags: String {
        let inline = ["a", "b", "code", "svg", "time", "use"]
        let pieces = split(separator: "<", omittingEmptySubsequences: false)
        let rest = pieces.dropFirst().map { piece in
            let tag = piece.prefix { $0 != ">" }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            let text = piece.dropFirst(tag.count + 1)
            return inline.contains(String(name)) ? String(text) : " " + text
        }
        return (String(pieces.first ?? "") + rest.joined()).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}

/// Whether the text has all of the parts, and each for the first time behind those before it.
func inOrder(_ parts: [String], in text: String) -> Bool {
    let places = parts.map { text.firstRange(of: $0)?.lowerBound ?? text.endIndex }
    return places == places.sorted() && !places.contains(text.endIndex)
}
