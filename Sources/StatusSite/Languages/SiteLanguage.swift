import Diagnostics

/// The language of a site, of which only as much is worked out as is asked for: reading its file and its rules is a
/// large part of what a small command does.
struct SiteLanguage: Sendable {
    private let file: Lazy<LanguageFile?>
    private let language: Lazy<Language>

    /// - Parameters:
    ///   - tag: the site's language.
    ///   - file: finds its phrases.
    init(_ tag: String, file: @escaping @Sendable () -> LanguageFile?) {
        let file = Lazy(file)
        self.file = file
        language = Lazy { Language(tag, file: file.value) }
    }

    /// English as it is in the binary.
    static let english = SiteLanguage("en") { .english }
}

extension SiteLanguage {
    /// The language of a site, from its own files and those in the binary. What is wrong with its own is reported.
    ///
    /// - Parameters:
    ///   - tag: the site's language.
    ///   - place: where the site states it.
    ///   - files: the files of `site-templates/`, the binary's replaced by the site's own.
    ///   - own: the paths of the site's own.
    init(
        _ tag: String,
        statedAt place: SourceLocation?,
        among files: [String: SourceFile],
        own: [String],
        into findings: Findings
    ) {
        let known = LanguageFile.tags(among: files)
        let chosen = LanguageFile.nearest(to: tag, among: known)
        if chosen == nil, let place {
            findings.add(.unknownLanguage(tag, at: place, known: known))
        }
        for path in own.sorted() where LanguageFile.isMeantAsOne(path) {
            guard let name = LanguageFile.tag(ofPath: path), let file = LanguageFile(name, among: files)
            else {
                if let file = files[path] { findings.add(.unreadLanguage(file)) }
                continue
            }
            let checker = LanguageChecker(file, into: findings)
            checker.checkText()
            if name == chosen { checker.checkCompleteness() }
        }
        self.init(tag) { chosen.flatMap { LanguageFile($0, among: files) } }
    }

    /// The language, ready to be written.
    var spoken: Language { language.value }

    /// What headings that begin a post-mortem say, with `;` between them.
    var postMortemHeadings: String {
        file.value?.text(of: LanguageFile.headingsKey) ?? LanguageFile.english?.text(
            of: LanguageFile.headingsKey
        ) ?? ""
    }

    /// The phrase of that name, where it needs no value.
    func phrase(named name: String) -> String? { spoken.text.phrase(named: name) }
}

extension Diagnostic {
    /// A file that looks like a language's, but has another ending or is in another folder.
    fileprivate static func unreadLanguage(_ file: SourceFile) -> Diagnostic {
        let name = file.path.split(separator: "/").last ?? ""
        let tag = name.prefix { $0 != "." }
        return Diagnostic(
            .warning, .unreadLanguage, "this file is not read as a language", at: file.start,
            hint: "if it holds phrases, rename it to `site-templates/\(LanguageFile.path(of: String(tag)))`; "
                + "if not, give it another name or folder")
    }

    fileprivate static func unknownLanguage(
        _ tag: String,
        at place: SourceLocation,
        known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .warning, .unknownLanguage, "there is no translation for `\(tag)`, so pages are in English",
            at: place,
            hint: "write \(known.map { "`\($0)`" }.joined(separator: ", ")), or translate "
                + "`en.phrases` as `site-templates/languages/\(tag).phrases`")
    }
}
