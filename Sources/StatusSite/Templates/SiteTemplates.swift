public import Diagnostics

/// The templates and assets of a site: those in the binary, or the site's own of the same names.
///
/// Templates that a command does not use are neither read nor compiled, unless the site has its own: those in the
/// binary have no mistakes to report.
public struct SiteTemplates: Sendable {
    /// The files to publish under `assets/`, in the order of their names.
    let assets: [Asset]
    /// The bytes of the brand's icon, if there is one.
    let brandIcon: [UInt8]?
    private let words: SiteLanguage
    /// The programs, by the names of the pages' templates.
    private let programs: [String: Lazy<TemplateProgram?>]

    /// Makes the templates of a site and checks its own templates and languages; `nil` if a template has an error.
    ///
    /// All mistakes in all files are reported.
    ///
    /// - Parameters:
    ///   - files: the site's own `site-templates/`, by path in that folder.
    ///   - language: the tag of the site's language, such as `de`.
    ///   - place: the location at which the site states it.
    ///   - brandIcon: the bytes of the brand's icon.
    public init?(
        overriding files: [String: SourceFile] = [:],
        language: String = "en",
        statedAt place: SourceLocation? = nil,
        brandIcon: [UInt8]? = nil,
        into findings: Findings
    ) {
        let all = Self.builtIn.merging(files) { _, own in own }
        let words = SiteLanguage(
            language,
            statedAt: place,
            among: all,
            own: Array(files.keys),
            into: findings
        )
        findings.add(Self.unpaired(among: files))
        let isChecked = files.keys.contains { $0.hasSuffix(Self.templateSuffix) }
        self.init(
            all,
            pages: Self.pages + Self.messages,
            language: words,
            brandIcon: brandIcon,
            isChecked: isChecked,
            into: findings
        )
        for message in Announcer.Format.allCases.compactMap(\.chatMessage) {
            guard let own = files[message.template + Self.templateSuffix] else { continue }
            findings.add(jsonMistakes(in: message, writtenIn: own, among: all))
        }
    }

    /// Reads the templates of the pages from the files.
    ///
    /// - Parameter isChecked: whether the templates may have mistakes.
    init?(
        _ files: [String: SourceFile],
        pages: [any PageContext.Type],
        language: SiteLanguage = .english,
        brandIcon: [UInt8]? = nil,
        isChecked: Bool = true,
        into findings: Findings
    ) {
        words = language
        self.brandIcon = brandIcon
        assets = Self.assets(among: files)
        guard isChecked else {
            let sources = Lazy {
                Self.read(files, into: Findings())
            }
            programs = Self.byName(pages) { page in
                Lazy {
                    var compiler = TemplateCompiler(
                        sources.value, phrase: language.phrase(named:), into: Findings())
                    return compiler.program(of: page)
                }
            }
            return
        }
        let found = Findings()
        let sources = Self.read(files, into: found)
        var compiler = TemplateCompiler(sources, phrase: language.phrase(named:), into: found)
        programs = Self.byName(pages) { page in
            let program = compiler.program(of: page)
            return Lazy { program }
        }
        found.add(Self.unused(among: sources, besides: compiler.used, of: pages))
        findings.add(found.all)
        if found.hasErrors { return nil }
    }
}

extension SiteTemplates {
    /// The headings that begin a post-mortem in the site's language; a title may follow the first.
    public var postMortemHeadings: [String] {
        words.postMortemHeadings.split(separator: ";").map { $0.trimmingPrefix(" ") }.map(String.init)
    }

    /// The language that the templates use.
    var language: Language { words.spoken }

    /// Returns the page as its template renders it, in UTF-8.
    func bytes<Page: PageContext>(_ page: Page) -> [UInt8] {
        programs[Page.template]?.value?.output(of: page) ?? []
    }

    /// Returns the page as its template renders it, which is HTML.
    func html<Page: PageContext>(_ page: Page) -> HTML { HTML(rendered: text(page)) }

    /// Returns the page as its template renders it.
    func text<Page: PageContext>(_ page: Page) -> String { String(decoding: bytes(page), as: UTF8.self) }

    /// The names and texts of the templates and assets in the binary.
    static let builtIn: [String: SourceFile] = {
        let texts = embeddedTemplates.map { ($0.name, $0.text.withUTF8Buffer(Array.init)) }
        let others = embeddedTemplatesInBytes.map { name, text in
            (name, text.description.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        }
        return Dictionary(
            (texts + others).map { ($0, SourceFile(path: "site-templates/\($0)", bytes: $1)) },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}

private extension SiteTemplates {
    static let templateSuffix = ".mustache"

    static func read(
        _ files: [String: SourceFile],
        into findings: Findings
    ) -> [String: TemplateSource] {
        var sources: [String: TemplateSource] = [:]
        for (name, file) in files where name.hasSuffix(templateSuffix) {
            let name = String(name.dropLast(templateSuffix.count))
            sources[name] = TemplateSource(file.withoutByteOrderMark, named: name, into: findings)
        }
        return sources
    }

    static func byName(
        _ pages: [any PageContext.Type],
        _ program: (any PageContext.Type) -> Lazy<TemplateProgram?>
    ) -> [String: Lazy<TemplateProgram?>] {
        Dictionary(pages.map { ($0.template, program($0)) }, uniquingKeysWith: { first, _ in first })
    }

    static func unused(
        among sources: [String: TemplateSource],
        besides used: Set<String>,
        of pages: [any PageContext.Type]
    ) -> [Diagnostic] {
        sources.filter { !used.contains($0.key) }.map { name, source in
            let near = nearest(to: name, in: pages.map { $0.template }.sorted())
            return Diagnostic(
                .warning, .unusedTemplate, "no page uses the template `\(name)`", at: source.file.start,
                hint: near.map { "did you mean `\($0)`?" } ?? "include it with `{{>\(name)}}`, or delete it")
        }
    }

    /// Returns warnings about messages for which the site has its own version of some templates but not of all, such as
    /// those of an email's subject, text and HTML.
    static func unpaired(among files: [String: SourceFile]) -> [Diagnostic] {
        Announcer.Format.allCases.compactMap { format in
            let names = format.templates.map { $0.template + templateSuffix }
            let own = names.compactMap { files[$0] }
            let others = names.filter { files[$0] == nil }
            guard let first = own.first, !others.isEmpty else { return nil }
            let list = others.map { "`\($0)`" }.joined(separator: " and ")
            return Diagnostic(
                .warning, .unpairedTemplate,
                "\(list) \(others.count == 1 ? "is still the built-in version" : "are still the built-in versions"), "
                    + "so the parts of an \(format.rawValue) message may contradict each other",
                at: first.start,
                hint: "copy \(others.count == 1 ? "it" : "them") too, and make the same changes")
        }
    }

    /// Returns the first mistake because of which the site's own template does not produce JSON.
    func jsonMistakes(
        in message: any ChatMessage.Type, writtenIn own: SourceFile, among files: [String: SourceFile]
    ) -> [Diagnostic] {
        var compiler = TemplateCompiler(
            Self.read(files, into: Findings()), phrase: words.phrase(named:), hasOrigins: true,
            into: Findings())
        guard let program = compiler.program(of: message) else { return [] }
        let mistake = JSONTrial.mistake(in: message, of: program, language: language, from: own.start)
        return mistake.map { [$0] } ?? []
    }

    static func assets(among files: [String: SourceFile]) -> [Asset] {
        files.filter { !$0.key.hasSuffix(templateSuffix) && !LanguageFile.isMeantAsOne($0.key) }
            .map { Asset(name: $0.key, bytes: $0.value.bytes, isBuiltIn: builtIn[$0.key] != nil) }
            .sorted { $0.name.precedes($1.name) }
    }
}

extension SourceFile {
    fileprivate var withoutByteOrderMark: SourceFile {
        bytes.textStart == 0 ? self : SourceFile(path: path, bytes: Array(bytes[bytes.textStart...]))
    }
}
