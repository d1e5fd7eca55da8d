public import Diagnostics

/// The templates and assets a site is made with: the ones in the binary, each replaced by the site's own
/// of that name where it has one.
///
/// What a command does not write is neither read nor compiled, unless the site has templates of its own: in the
/// binary's there is no mistake to be found.
public struct SiteTemplates: Sendable {
    /// The files to publish under `assets/`, in the order of their names.
    let assets: [Asset]
    /// The bytes of the brand's icon, where there is one.
    let brandIcon: [UInt8]?
    private let words: SiteLanguage
    /// By the names of pages' templates.
    private let programs: [String: Lazy<TemplateProgram?>]

    /// Checks the site's own templates and languages; nothing where one has a mistake. All mistakes of all
    /// of them are reported.
    ///
    /// - Parameters:
    ///   - files: the site's own `site-templates/`, by path from that folder on.
    ///   - language: the tag of the site's language, as in `de`.
    ///   - place: where the site states it.
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

    /// Reads the templates of these pages among these files.
    ///
    /// - Parameter isChecked: whether they may have mistakes.
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
    /// What headings that begin a post-mortem say in the site's language; a title may follow the first.
    public var postMortemHeadings: [String] {
        words.postMortemHeadings.split(separator: ";").map { $0.trimmingPrefix(" ") }.map(String.init)
    }

    /// The language that they are written in.
    var language: Language { words.spoken }

    /// The page as its template makes it, in UTF-8.
    func bytes<Page: PageContext>(_ page: Page) -> [UInt8] {
        programs[Page.template]?.value?.output(of: page) ?? []
    }

    /// The page as its template makes it, which is HTML.
    func html<Page: PageContext>(_ page: Page) -> HTML { HTML(rendered: text(page)) }

    /// The page as its template makes it.
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

    /// Of what makes one message, as a mail's subject, text and HTML, the site has some of its own and not all.
    static func unpaired(among files: [String: SourceFile]) -> [Diagnostic] {
        Announcer.Format.allCases.compactMap { format in
            let names = format.templates.map { $0.template + templateSuffix }
            let own = names.compactMap { files[$0] }
            let others = names.filter { files[$0] == nil }
            guard let first = own.first, !others.isEmpty else { return nil }
            let list = others.map { "`\($0)`" }.joined(separator: " and ")
            return Diagnostic(
                .warning, .unpairedTemplate,
                "\(list) \(others.count == 1 ? "is" : "are") still built in, so the parts of one "
                    + "\(format.rawValue) may contradict each other",
                at: first.start,
                hint: "copy \(others.count == 1 ? "it" : "them") too, and make the same changes")
        }
    }

    /// What keeps the site's own template from making JSON.
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
