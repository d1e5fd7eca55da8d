public import Diagnostics
import Mustache

/// The templates and assets a site is made with: the ones in the binary, each replaced by the site's own
/// of that name where it has one.
public struct SiteTemplates: Sendable {
    /// The files to publish under `assets/`, in the order of their names.
    public let assets: [Asset]
    /// The language that they are written in.
    let language: Language
    private let library: MustacheLibrary

    /// Reads and checks all templates and languages; nothing where one has a mistake. All mistakes of all
    /// of them are reported.
    ///
    /// - Parameters:
    ///   - files: the site's own `site-templates/`, by path from that folder on.
    ///   - language: the tag of the site's language, as in `de`.
    ///   - place: where the site states it.
    public init?(
        overriding files: [String: SourceFile] = [:],
        language: String = "en",
        statedAt place: SourceLocation? = nil,
        diagnostics: inout [Diagnostic]
    ) {
        let all = Self.builtIn.merging(files) { _, own in own }
        let words = Language(
            language,
            statedAt: place,
            among: all,
            own: Array(files.keys),
            diagnostics: &diagnostics
        )
        self.init(all, pages: Self.pages + Self.messages, language: words, diagnostics: &diagnostics)
    }

    /// Reads and checks the templates of these pages among these files.
    init?(
        _ files: [String: SourceFile],
        pages: [any PageContext.Type],
        language: Language = .english,
        diagnostics: inout [Diagnostic]
    ) {
        self.language = language
        var found: [Diagnostic] = []
        let sources = Self.read(files, diagnostics: &found)
        Self.check(sources, of: pages, diagnostics: &found)
        assets = Self.assets(among: files)
        library = Self.compile(sources, in: language, unless: found.hasErrors, diagnostics: &found)
        diagnostics += found
        if found.hasErrors { return nil }
    }
}

extension SiteTemplates {
    /// What headings that begin a post-mortem say in the site's language; a title may follow the first.
    public var postMortemHeadings: [String] {
        language.text.postMortemsHeadings.split(separator: ";").map { $0.trimmingPrefix(" ") }.map(
            String.init
        )
    }

    /// The page as its template makes it.
    func text<Page: PageContext>(_ page: Page) -> String {
        library.render(Scope(page), withTemplate: Page.template) ?? ""
    }

    /// The page as its template makes it, in UTF-8.
    func bytes<Page: PageContext>(_ page: Page) -> [UInt8] { Array(text(page).utf8) }

    /// The names and texts of the templates and assets in the binary.
    static let builtIn: [String: SourceFile] = Dictionary(
        embeddedTemplates.map { name, text in
            (name, SourceFile(path: "site-templates/\(name)", bytes: text.withUTF8Buffer(Array.init)))
        },
        uniquingKeysWith: { first, _ in first }
    )
}

private extension SiteTemplates {
    static let templateSuffix = ".mustache"

    static func read(
        _ files: [String: SourceFile],
        diagnostics: inout [Diagnostic]
    ) -> [String: TemplateSource] {
        var sources: [String: TemplateSource] = [:]
        for (name, file) in files where name.hasSuffix(templateSuffix) {
            let name = String(name.dropLast(templateSuffix.count))
            sources[name] = TemplateSource(file.withoutByteOrderMark, named: name, diagnostics: &diagnostics)
        }
        return sources
    }

    static func check(
        _ sources: [String: TemplateSource],
        of pages: [any PageContext.Type],
        diagnostics: inout [Diagnostic]
    ) {
        var checker = TemplateChecker(sources)
        for page in pages { checker.check(page) }
        diagnostics += checker.diagnostics
        for (name, source) in sources where !checker.used.contains(name) {
            let near = nearest(to: name, in: pages.map { $0.template }.sorted())
            diagnostics.append(
                Diagnostic(
                    .warning,
                    .unusedTemplate,
                    "no page uses the template `\(name)`",
                    at: source.file.start,
                    hint: near.map { "did you mean `\($0)`?" } ?? "include it by `{{>\(name)}}`, or delete it"
                )
            )
        }
    }

    static func compile(
        _ sources: [String: TemplateSource],
        in language: Language,
        unless isBroken: Bool,
        diagnostics: inout [Diagnostic]
    ) -> MustacheLibrary {
        guard !isBroken else { return MustacheLibrary() }
        Escaping.registered
        return MustacheLibrary(
            templates: sources.compactMapValues { $0.compiled(in: language, diagnostics: &diagnostics) }
        )
    }

    static func assets(among files: [String: SourceFile]) -> [Asset] {
        files.filter { !$0.key.hasSuffix(templateSuffix) && !LanguageFile.isOne($0.key) }
            .map { Asset(name: $0.key, bytes: $0.value.bytes, isBuiltIn: builtIn[$0.key] != nil) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension SourceFile {
    fileprivate var withoutByteOrderMark: SourceFile {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? SourceFile(path: path, bytes: Array(bytes[3...])) : self
    }
}
