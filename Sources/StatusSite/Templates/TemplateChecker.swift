import Diagnostics
import PhraseFiles

/// Holds templates against the words of the contexts they are rendered with, as Mustache looks them up:
/// a section adds its own words to those around it, and a partial sees what is at hand where it stands.
struct TemplateChecker {
    private let templates: [String: TemplateSource]
    private(set) var diagnostics: [Diagnostic] = []
    private var told: Set<SourceLocation> = []
    /// Names of the templates that some page uses.
    private(set) var used: Set<String> = []

    init(_ templates: [String: TemplateSource]) {
        self.templates = templates
    }

    /// Checks the page's template and all that it includes.
    mutating func check(_ page: any PageContext.Type) {
        guard let template = templates[page.template] else { return }
        used.insert(page.template)
        let place = Place(
            file: template.file,
            escaping: template.escaping,
            path: [page.template],
            scope: [.words(page)]
        )
        check(template.nodes, at: place)
    }
}

private extension TemplateChecker {
    /// Where in a page the checker is.
    struct Place {
        let file: SourceFile
        /// What the page's own template makes.
        let escaping: Escaping
        /// The templates it came by, the page's own first.
        var path: [String]
        /// What names can mean, the outermost first.
        var scope: [Level]
        /// The tag that included this template.
        var inclusion: SourceLocation?
    }

    /// What a section adds to the names at hand.
    enum Level {
        case words(any TemplateContext.Type)
        /// No names, but `.`.
        case text(isHTML: Bool)
    }

    mutating func check(_ nodes: [TemplateNode], at place: Place) {
        for node in nodes {
            switch node {
            case .value(let tag): checkValue(tag, at: place)
            case .section(let tag, let nodes): checkSection(tag, nodes, at: place)
            case .partial(let tag): checkPartial(tag, at: place)
            case .phrase(let tag): checkPhrase(tag, at: place)
            }
        }
    }

    mutating func checkPhrase(_ tag: TemplateTag, at place: Place) {
        guard let known = Phrases.places[tag.name].map({ Phrases.known[$0] }) else {
            let near = nearest(to: tag.name, in: Phrases.known.map(\.name))
            return report(
                .unknownPhrase,
                "no phrase is called `\(tag.name)`",
                tag.nameRange,
                at: place,
                hint: near.map { "did you mean `\($0)`?" }
                    ?? "`site-templates/languages/en.properties` lists the phrases"
            )
        }
        guard known.needsValues else { return }
        report(
            .unknownPhrase,
            "`\(tag.name)` is filled with values, which a template cannot do",
            tag.nameRange,
            at: place,
            hint: "use a phrase without values, or a name that holds the sentence"
        )
    }

    mutating func checkValue(_ tag: TemplateTag, at place: Place) {
        guard let kind = kind(of: tag, at: place) else { return }
        switch (kind, tag.kind) {
        case (.text, .escaped), (.html, .raw):
            break
        case (.text, _):
            report(
                .unescapedValue,
                "`\(tag.name)` is text and must be escaped",
                tag.range,
                at: place,
                hint: "write `{{\(tag.name)}}`"
            )
        case (.html, _):
            report(
                .escapedHTML,
                "`\(tag.name)` is HTML, and this tag would show its markup",
                tag.range,
                at: place,
                hint: "write `{{{\(tag.name)}}}`"
            )
        default:
            report(
                .templateSyntax,
                "`\(tag.name)` has no text of its own",
                tag.range,
                at: place,
                hint: "use it as a section: `{{#\(tag.name)}}…{{/\(tag.name)}}`"
            )
        }
    }

    mutating func checkSection(_ tag: TemplateTag, _ nodes: [TemplateNode], at place: Place) {
        var inner = place
        if let kind = kind(of: tag, at: place), tag.kind == .section, let level = Level(inside: kind) {
            inner.scope.append(level)
        }
        check(nodes, at: inner)
    }

    mutating func checkPartial(_ tag: TemplateTag, at place: Place) {
        guard let template = templates[tag.name] else {
            let near = nearest(to: tag.name, in: templates.keys.sorted())
            let hint = near.map { "did you mean `\($0)`?" }
            return report(
                .unknownPartial,
                "no template is called `\(tag.name)`",
                tag.nameRange,
                at: place,
                hint: hint ?? "put it in `site-templates/\(tag.name).mustache`"
            )
        }
        used.insert(tag.name)
        guard template.escaping == place.escaping else {
            return report(
                .mixedEscaping,
                "`\(tag.name)` makes \(template.escaping.rawValue), "
                    + "and `\(place.path.last ?? "")` makes \(place.escaping.rawValue)",
                tag.nameRange,
                at: place,
                hint:
                    "include a template whose name ends alike: the last suffix decides how values are escaped"
            )
        }
        if place.path.contains(tag.name) {
            let way = (place.path.drop { $0 != tag.name } + [tag.name]).joined(separator: "` → `")
            return report(
                .circularPartial,
                "the template includes itself: `\(way)`",
                tag.nameRange,
                at: place,
                hint: "write the part that repeats as a section over a list"
            )
        }
        guard place.path.count < TemplateNode.greatestDepth else {
            return report(
                .templateSyntax,
                "templates include one another more than "
                    + "\(TemplateNode.greatestDepth) deep",
                tag.range,
                at: place,
                hint: "join some of them"
            )
        }
        let inclusion = place.file.location(of: tag.range)
        let path = place.path + [tag.name]
        check(
            template.nodes,
            at: Place(
                file: template.file,
                escaping: place.escaping,
                path: path,
                scope: place.scope,
                inclusion: inclusion
            )
        )
    }

    /// What kind of value the tag's name has, from the innermost context outwards. An unknown name is
    /// reported.
    mutating func kind(of tag: TemplateTag, at place: Place) -> Word.Kind? {
        if tag.name == "." {
            if case .text(let isHTML) = place.scope.last { return isHTML ? .html : .text }
            report(
                .unknownTemplateName,
                "`.` stands for no text here",
                tag.nameRange,
                at: place,
                hint: "use it within a section over a text"
            )
            return nil
        }
        if let word = place.scope.reversed().lazy.compactMap({ $0.word(named: tag.name) }).first {
            return word.kind
        }
        let known = place.scope.reversed().flatMap(\.names)
        report(
            .unknownTemplateName,
            "nothing is called `\(tag.name)` here",
            tag.nameRange,
            at: place,
            hint: nearest(to: tag.name, in: known).map { "did you mean `\($0)`?" }
                ?? "`docs/templates.md` lists the names of `\(place.path[0])`"
        )
        return nil
    }

    /// Reports a mistake once, though several pages may include the template it is in.
    mutating func report(
        _ id: Diagnostic.ID,
        _ message: String,
        _ range: Range<Int>,
        at place: Place,
        hint: String
    ) {
        let location = place.file.location(of: range)
        guard told.insert(location).inserted else { return }
        let related = place.inclusion.map { [Diagnostic.Note("included here", at: $0)] } ?? []
        diagnostics.append(Diagnostic(.error, id, message, at: location, hint: hint, related: related))
    }
}

extension TemplateChecker.Level {
    /// What a section over a value of that kind adds; nothing where it adds no level.
    fileprivate init?(inside kind: Word.Kind) {
        switch kind {
        case .flag: return nil
        case .text: self = .text(isHTML: false)
        case .html: self = .text(isHTML: true)
        case .section(let context), .list(let context): self = .words(context)
        }
    }

    fileprivate func word(named name: String) -> Word? {
        guard case .words(let context) = self else { return nil }
        return context.word(named: name)
    }

    fileprivate var names: [String] {
        guard case .words(let context) = self else { return [] }
        return context.words.map(\.name)
    }
}
