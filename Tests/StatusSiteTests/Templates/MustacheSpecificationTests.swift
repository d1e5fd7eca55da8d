import Diagnostics
import Foundation
import Testing

@testable import StatusSite

/// The cases of the Mustache specification, github.com/mustache/spec, whose checkout `MUSTACHE_SPEC` names. Without one they
/// are skipped; `RenderingTests` has the rules that matter here in cases of its own.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["MUSTACHE_SPEC"] != nil,
        "MUSTACHE_SPEC names no checkout of github.com/mustache/spec"
    )
)
struct MustacheSpecificationTests {
    /// What templates here refuse, as docs/templates.md says: each is an error, or has no value to be made of.
    private static let refused: [String: @Sendable (String) -> Bool] = [
        "comments": { _ in false },
        "interpolation": { name in
            name.hasPrefix("Dotted Names") || name.hasPrefix("Implicit Iterators")
                || name.contains("Context Miss")
        },
        "sections": { name in
            name.hasPrefix("Dotted Names") || name.hasPrefix("Implicit Iterator")
                || ["Context Misses", "Parent contexts", "List Contexts"].contains(name)
        },
        "inverted": { name in name.hasPrefix("Dotted Names") || name == "Context Misses" },
        "partials": { name in ["Failed Lookup", "Recursion"].contains(name) },
    ]

    @Test(arguments: ["comments", "interpolation", "sections", "inverted", "partials"])
    func casesComeOutAsTheSpecificationSays(file: String) throws {
        let isRefused = try #require(Self.refused[file])
        let cases = try Case.all(in: file)
        #expect(cases.count > 10)
        for one in cases {
            #expect(one.output == (isRefused(one.name) ? nil : one.expected), "\(file): \(one.name)")
        }
    }
}

private struct Case: Decodable {
    let name: String
    let data: Value
    let template: String
    let expected: String
    let partials: [String: String]?

    private struct File: Decodable { let tests: [Case] }

    static func all(in file: String) throws -> [Case] {
        let folder = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"] ?? ""
        let data = try Data(contentsOf: URL(filePath: folder + "/specs/\(file).json"))
        return try JSONDecoder().decode(File.self, from: data).tests
    }

    /// What comes out; nothing where the template is refused.
    var output: String? {
        let texts = (partials ?? [:]).merging(["case": template]) { $1 }
        let files = texts.map {
            ("\($0).mustache", SourceFile(path: "\($0).mustache", bytes: Array($1.utf8)))
        }
        let raw = texts.values.joined()
        return CaseContext.$vocabulary.withValue(CaseContext.vocabulary(of: data, raw: raw)) {
            let found = Findings()
            let templates = SiteTemplates(
                Dictionary(files) { $1 },
                pages: [CaseContext.self],
                into: found
            )
            return templates?.text(CaseContext(names: data.names))
        }
    }

    enum CodingKeys: String, CodingKey { case name, data, template, expected, partials }
}

private enum Value: Decodable {
    case nothing
    case flag(Bool)
    case text(String)
    case names([String: Value])
    case list([Value])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .text("\(number)")
        } else if let number = try? container.decode(Double.self) {
            self = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let names = try? container.decode([String: Value].self) {
            self = .names(names)
        } else if let list = try? container.decode([Value].self) {
            self = .list(list)
        } else {
            self = .nothing
        }
    }

    var names: [String: Value] { if case .names(let names) = self { names } else { [:] } }

    var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// The data of a case. A section's names are those around it with its own.
private struct CaseContext: PageContext {
    static let template = "case"
    static let summary = "a case of the specification"
    @TaskLocal static var vocabulary = Vocabulary<CaseContext>([])

    let names: [String: Value]

    /// One word for each key of the data, whatever it lies in.
    ///
    /// - Parameter raw: the templates: what they write as it is, is HTML.
    static func vocabulary(of data: Value, raw: String) -> Vocabulary<CaseContext> {
        Vocabulary(entries(of: data, raw))
    }

    private static func entries(of value: Value, _ raw: String) -> [Vocabulary<CaseContext>.Entry] {
        if case .list(let values) = value { return values.flatMap { entries(of: $0, raw) } }
        return value.names.sorted { $0.key < $1.key }.flatMap { name, value in
            let tags = ["{{{\(name)", "{{{ \(name)", "{{&\(name)", "{{& \(name)"]
            return [entry(name, value, isRaw: tags.contains { raw.contains($0) })] + entries(of: value, raw)
        }
    }

    private static func entry(_ name: String, _ value: Value, isRaw: Bool) -> Vocabulary<CaseContext>.Entry {
        switch value {
        case .nothing, .text:
            isRaw
                ? .html(name, "") { context in context.names[name]?.text.map { HTML(rendered: $0) } }
                : .text(name, "") { $0.names[name]?.text }
        case .flag: .flag(name, "") { if case .flag(true)? = $0.names[name] { true } else { false } }
        case .names, .list: .list(name, "") { $0.children(name) }
        }
    }

    private func children(_ name: String) -> [CaseContext] {
        let children: [Value] =
            switch names[name] {
            case .list(let list)?: list
            case let one?: [one]
            case nil: []
            }
        return children.map { CaseContext(names: names.merging($0.names) { $1 }) }
    }
}
