import Diagnostics
import PhraseFiles

/// A compiler that checks templates against the words of their contexts, and makes programs of them.
///
/// Names are looked up as in Mustache: a section adds its own words to those around it, and a partial has the words of
/// the place that includes it. All of that is known from the kinds of the words, so a program finds its values by
/// place.
struct TemplateCompiler {
    private let templates: [String: TemplateSource]
    /// Returns the text of a phrase of the site's language if it needs no values.
    private let phrase: (String) -> String?
    private let findings: Findings
    /// Whether programs record the origins in the templates of what they write.
    private let hasOrigins: Bool
    private var told: Set<Mistake> = []
    /// The names of the templates that some page uses.
    private(set) var used: Set<String> = []
    /// The number of bytes of templates that the current page may still include.
    private var room = 0

    init(
        _ templates: [String: TemplateSource], phrase: @escaping (String) -> String?,
        hasOrigins: Bool = false, into findings: Findings
    ) {
        (self.templates, self.phrase, self.findings) = (templates, phrase, findings)
        self.hasOrigins = hasOrigins
    }

    /// Returns the page's template with everything that it includes; `nil` if there is none.
    ///
    /// Mistakes are reported, and the tags that have them are left out.
    mutating func program(of page: any PageContext.Type) -> TemplateProgram? {
        guard let template = templates[page.template] else { return nil }
        used.insert(page.template)
        room = Self.greatestSize
        let place = Place(template: template, path: [page.template], scope: [.words(page)])
        var steps = Steps()
        compile(template.nodes, at: place, into: &steps)
        if room <= 0 {
            let size = Self.greatestSize / 1_048_576
            report(
                .templateSyntax, "the template, with everything it includes, is larger than \(size) MiB",
                0..<0,
                at: place, hint: "use a section over a list for the part that repeats")
        }
        return TemplateProgram(steps: steps.all, escaping: template.escaping)
    }

    /// The largest size of a page's template with everything that it includes, in bytes.
    ///
    /// If each template included the next one twice, the size would be 2 to the power of their number.
    static let greatestSize = 4_194_304
}

private extension TemplateCompiler {
    /// The compiler's position in a page.
    struct Place {
        let template: TemplateSource
        /// The templates that led to it, the page's own first.
        var path: [String]
        /// The levels in which names are looked up, the outermost first.
        var scope: [Level]
        /// The indentation of the template's lines.
        var indentation: [UInt8] = []
        /// The tag that included this template.
        var inclusion: SourceLocation?
    }

    /// A level that a section adds to the names in scope.
    enum Level {
        case words(any TemplateContext.Type)
        /// No names except `.`, which is a value of that kind.
        case value(Word.Kind)
    }

    /// The location of a mistake, which is reported once even if several pages include the template.
    struct Mistake: Hashable {
        let path: String
        let offset: Int
    }

    mutating func compile(_ nodes: [TemplateNode], at place: Place, into steps: inout Steps) {
        for node in nodes where room > 0 {
            if hasOrigins, let origin = node.origin(in: place.template.file) {
                steps.all.append(.origin(origin))
            }
            switch node {
            case .text(let text): add(text.indented(by: place.indentation, upTo: room), to: &steps)
            case .value(let tag): compileValue(tag, at: place, into: &steps)
            case .section(let tag, let nodes): compileSection(tag, nodes, at: place, into: &steps)
            case .partial(let tag, let indentation):
                compilePartial(tag, indentation: indentation, at: place, into: &steps)
            case .phrase(let tag): compilePhrase(tag, at: place, into: &steps)
            }
        }
    }

    mutating func add(_ bytes: [UInt8], to steps: inout Steps) {
        room -= bytes.count
        steps.add(bytes)
    }

    mutating func compilePhrase(_ tag: TemplateTag, at place: Place, into steps: inout Steps) {
        guard let known = PhraseKeys.places[tag.name].map({ PhraseKeys.known[$0] }) else {
            let near = nearest(to: tag.name, in: PhraseKeys.known.map(\.name))
            return report(
                .unknownPhrase, "unknown phrase `\(tag.name)`", tag.nameRange, at: place,
                hint: near.map { "did you mean `\($0)`?" }
                    ?? "`site-templates/languages/en.phrases` lists the phrases")
        }
        guard known.needsValues else {
            return add(Array(place.template.escaping.escape(phrase(tag.name) ?? "").utf8), to: &steps)
        }
        report(
            .unknownPhrase, "`\(tag.name)` needs values, which a template cannot supply", tag.nameRange,
            at: place, hint: "use a phrase without values, or a variable that already contains the sentence")
    }

    mutating func compileValue(_ tag: TemplateTag, at place: Place, into steps: inout Steps) {
        room -= tag.range.count
        guard let (kind, value) = meaning(of: tag, at: place) else { return }
        switch (kind, tag.kind) {
        case (.text, .escaped), (.texts, .escaped): steps.all.append(.text(value))
        case (.address, .escaped): steps.all.append(.address(value))
        case (.markup, .escaped): steps.all.append(.markup(value))
        case (.html, .raw): steps.all.append(.html(value))
        case (.text, _), (.texts, _), (.address, _), (.markup, _):
            report(
                .unescapedValue, "`\(tag.name)` is text and must be escaped", tag.range, at: place,
                hint: "write `{{\(tag.name)}}`")
        case (.html, _):
            report(
                .escapedHTML, "`\(tag.name)` is HTML, and this tag would show its markup", tag.range,
                at: place, hint: "write `{{{\(tag.name)}}}`")
        default:
            report(
                .templateSyntax, "`\(tag.name)` is not text", tag.range, at: place,
                hint: "use it as a section: `{{#\(tag.name)}}…{{/\(tag.name)}}`")
        }
    }

    mutating func compileSection(
        _ tag: TemplateTag,
        _ nodes: [TemplateNode],
        at place: Place,
        into steps: inout Steps
    ) {
        room -= tag.range.count
        var (inner, body) = (place, Steps())
        let meaning = meaning(of: tag, at: place)
        if let meaning, tag.kind == .section, let level = Level(inside: meaning.kind) {
            inner.scope.append(level)
        }
        compile(nodes, at: inner, into: &body)
        guard let meaning else { return }
        steps.all.append(
            tag.kind == .section ? .section(meaning.place, body.all) : .inverted(meaning.place, body.all)
        )
    }

    mutating func compilePartial(
        _ tag: TemplateTag,
        indentation: ArraySlice<UInt8>?,
        at place: Place,
        into steps: inout Steps
    ) {
        // A partial that shares its line with other text is not indented.
        let indentation = indentation.map { place.indentation + $0 } ?? []
        room -= tag.range.count + indentation.count
        guard let template = templates[tag.name] else {
            let near = nearest(to: tag.name, in: templates.keys.sorted())
            let hint = near.map { "did you mean `\($0)`?" }
            return report(
                .unknownPartial, "unknown template `\(tag.name)`", tag.nameRange, at: place,
                hint: hint ?? "put it in `site-templates/\(tag.name).mustache`")
        }
        used.insert(tag.name)
        guard template.escaping == place.template.escaping else {
            return report(
                .mixedEscaping,
                "`\(tag.name)` produces \(template.escaping.rawValue), "
                    + "but `\(place.path.last ?? "")` produces \(place.template.escaping.rawValue)",
                tag.nameRange, at: place,
                hint:
                    """
                    include a template whose name ends in the same extension, which decides how values are \
                    escaped
                    """
            )
        }
        if place.path.contains(tag.name) {
            let way = (place.path.drop { $0 != tag.name } + [tag.name]).joined(separator: "` → `")
            return report(
                .circularPartial, "the template includes itself: `\(way)`", tag.nameRange, at: place,
                hint: "use a section over a list for the part that repeats")
        }
        guard place.path.count < TemplateNode.greatestDepth else {
            return report(
                .templateSyntax,
                "templates include one another more than " + "\(TemplateNode.greatestDepth) levels deep",
                tag.range,
                at: place, hint: "merge some of them")
        }
        let inner = Place(
            template: template,
            path: place.path + [tag.name],
            scope: place.scope,
            indentation: indentation,
            inclusion: place.template.file.location(of: tag.range)
        )
        compile(template.nodes, at: inner, into: &steps)
    }

    /// Returns the kind of value that the tag's name has, searching from the innermost context outwards, and its place.
    ///
    /// An unknown name is reported.
    mutating func meaning(of tag: TemplateTag, at place: Place) -> (
        kind: Word.Kind, place: TemplateProgram.Place
    )? {
        if tag.name == "." {
            if case .value(let kind) = place.scope.last { return (kind, .level(place.scope.count - 1)) }
            report(
                .unknownTemplateName, "`.` has no value here", tag.nameRange, at: place,
                hint: "use it in a section over text")
            return nil
        }
        let key = tag.name.firstIndex(of: ".").map { String(tag.name[tag.name.index(after: $0)...]) }
        let name = key.map { tag.name.dropLast($0.count + 1) + Word.keySuffix } ?? tag.name
        for (level, context) in place.scope.enumerated().reversed() {
            guard case .words(let context) = context, let found = context.word(named: name) else { continue }
            let word = TemplateProgram.Place.word(level: level, number: found.number)
            return (found.word.kind, key.map { .key(level: level, number: found.number, $0) } ?? word)
        }
        let known = place.scope.reversed().flatMap(\.names)
        report(
            .unknownTemplateName, "unknown name `\(tag.name)`", tag.nameRange, at: place,
            hint: nearest(to: tag.name, in: known).map { "did you mean `\($0)`?" }
                ?? "`docs/templates.md` lists the names for `\(place.path[0])`")
        return nil
    }

    mutating func report(
        _ id: Diagnostic.ID,
        _ message: String,
        _ range: Range<Int>,
        at place: Place,
        hint: String
    ) {
        let file = place.template.file
        guard told.insert(Mistake(path: file.path, offset: range.lowerBound)).inserted else { return }
        let related = place.inclusion.map { [Diagnostic.Note("included here", at: $0)] } ?? []
        findings.error(id, at: file.location(of: range), message, hint: hint, related: related)
    }
}

/// The steps of a program, with adjacent literal text joined.
private struct Steps {
    var all: [TemplateProgram.Step] = []

    mutating func add(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        guard case .bytes(var before)? = all.last else { return all.append(.bytes(bytes)) }
        all.removeLast()
        before += bytes
        all.append(.bytes(before))
    }
}

extension TemplateNode {
    /// Returns the origin of what the node itself writes.
    fileprivate func origin(in file: SourceFile) -> TemplateProgram.Origin? {
        switch self {
        case .text(let text):
            TemplateProgram.Origin(
                file: file, range: text.bytes.startIndex..<text.bytes.endIndex, isText: true)
        case .value(let tag), .phrase(let tag):
            TemplateProgram.Origin(file: file, range: tag.range, isText: false)
        case .section, .partial: nil
        }
    }
}

extension TemplateCompiler.Level {
    /// Makes the level that a section over a value of that kind adds; `nil` if it adds none.
    fileprivate init?(inside kind: Word.Kind) {
        switch kind {
        case .flag: return nil
        case .text, .texts: self = .value(.text)
        case .address, .html, .markup: self = .value(kind)
        case .section(let context), .list(let context): self = .words(context)
        }
    }

    fileprivate var names: [String] {
        guard case .words(let context) = self else { return [] }
        return context.words.map(\.name)
    }
}
