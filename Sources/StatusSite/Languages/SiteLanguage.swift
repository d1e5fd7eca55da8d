import Diagnostics

/// The language of a site, loaded only as far as it is used.
///
/// Reading its file and its rules takes a large part of the time of a small command.
struct SiteLanguage: Sendable {
    private let files: Lazy<[LanguageFile]>
    private let language: Lazy<Language>

    /// - Parameters:
    ///   - tag: the site's language.
    ///   - files: a function that reads the files of its phrases, the nearest first.
    init(_ tag: String, files: @escaping @Sendable () -> [LanguageFile]) {
        let files = Lazy(files)
        self.files = files
        language = Lazy { Language(tag, files: files.value) }
    }

    /// English from the binary.
    static let english = SiteLanguage("en") { LanguageFile.english.map { [$0] } ?? [] }
}

extension SiteLanguage {
    /// Makes the language of a site from its own files and those in the binary, and reports mistakes in its own files.
    ///
    /// - Parameters:
    ///   - tag: the site's language.
    ///   - place: the location at which the site states it.
    ///   - files: the files of `site-templates/`, the binary's replaced by the site's own.
    ///   - own: the paths of the site's own files.
    init(
        _ tag: String,
        statedAt place: SourceLocation?,
        among files: [String: SourceFile],
        own: [String],
        into findings: Findings
    ) {
        let sources = LanguageFile.sources(of: tag, among: files)
        var unread: [String] = []
        for path in own.sorted() where LanguageFile.isMeantAsOne(path) {
            guard let file = files[path] else { continue }
            guard let name = LanguageFile.tag(ofPath: path) else {
                unread.append(file.meantTag)
                findings.add(.unreadLanguage(file))
                continue
            }
            if let mistake = file.encodingMistake(in: "the file") {
                findings.add(mistake)
                continue
            }
            let checker = LanguageChecker(LanguageFile(tag: name, file: file), into: findings)
            checker.checkText()
            if name == sources.first?.tag {
                checker.checkCompleteness(with: sources.dropFirst().map { LanguageFile($0) })
            }
        }
        // The file that was meant for the language is already reported.
        let isReported = unread.contains { $0.lowercased() == tag.lowercased() }
        if sources.isEmpty, !isReported, let place {
            findings.add(.unknownLanguage(tag, at: place, known: LanguageFile.tags(among: files)))
        }
        self.init(tag) { sources.map { LanguageFile($0) } }
    }

    /// The language, loaded.
    var spoken: Language { language.value }

    /// The headings that begin a post-mortem, separated by `;`.
    var postMortemHeadings: String {
        (files.value + [LanguageFile.english].compactMap { $0 }).lazy
            .compactMap { $0.text(of: LanguageFile.headingsKey) }.first ?? ""
    }

    /// Returns the phrase of that name, if it needs no values.
    func phrase(named name: String) -> String? { spoken.text.phrase(named: name) }
}

extension Diagnostic {
    /// Returns a diagnostic for a file that seems to be a language's, but has another extension, is in another folder,
    /// or is not named after a language.
    fileprivate static func unreadLanguage(_ file: SourceFile) -> Diagnostic {
        let tag = file.meantTag
        let isTag = LanguageTag(tag) != nil
        let name = "`site-templates/\(LanguageFile.path(of: isTag ? tag : "pl"))`"
        return Diagnostic(
            .warning, .unreadLanguage,
            "this file is not read as a language" + (isTag ? "" : ": `\(tag)` is not a known language tag"),
            at: file.start,
            hint: "if it holds phrases, rename it to "
                + (isTag ? name : "its language's tag, such as \(name) for Polish")
                + "; if not, give it another name or folder")
    }

    fileprivate static func unknownLanguage(
        _ tag: String,
        at place: SourceLocation,
        known: [String]
    ) -> Diagnostic {
        let isTag = LanguageTag(tag) != nil
        let reason = isTag ? "there is no translation for `\(tag)`" : "`\(tag)` is not a known language tag"
        let addition =
            isTag
            ? "translate `en.phrases` as `site-templates/\(LanguageFile.path(of: tag))`"
            : "the tag of a language that you translate, such as `pl` for Polish"
        return Diagnostic(
            .warning, .unknownLanguage, "\(reason), so pages are in English", at: place,
            hint: "write \(known.map { "`\($0)`" }.joined(separator: ", ")), or \(addition)")
    }
}

extension SourceFile {
    /// The language that a file's name is probably for, such as `pt-BR` for `pt_BR.properties`.
    fileprivate var meantTag: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." }).replacing("_", with: "-")
    }
}
