import Diagnostics

/// The language of a site, of which only as much is worked out as is asked for: reading its file and its rules is a
/// large part of what a small command does.
struct SiteLanguage: Sendable {
    private let files: Lazy<[LanguageFile]>
    private let language: Lazy<Language>

    /// - Parameters:
    ///   - tag: the site's language.
    ///   - files: reads its phrases, the nearest file first.
    init(_ tag: String, files: @escaping @Sendable () -> [LanguageFile]) {
        let files = Lazy(files)
        self.files = files
        language = Lazy { Language(tag, files: files.value) }
    }

    /// English as it is in the binary.
    static let english = SiteLanguage("en") { LanguageFile.english.map { [$0] } ?? [] }
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
        // The file that was meant for the language is reported already.
        let isReported = unread.contains { $0.lowercased() == tag.lowercased() }
        if sources.isEmpty, !isReported, let place {
            findings.add(.unknownLanguage(tag, at: place, known: LanguageFile.tags(among: files)))
        }
        self.init(tag) { sources.map { LanguageFile($0) } }
    }

    /// The language, ready to be written.
    var spoken: Language { language.value }

    /// What headings that begin a post-mortem say, with `;` between them.
    var postMortemHeadings: String {
        (files.value + [LanguageFile.english].compactMap { $0 }).lazy
            .compactMap { $0.text(of: LanguageFile.headingsKey) }.first ?? ""
    }

    /// The phrase of that name, where it needs no value.
    func phrase(named name: String) -> String? { spoken.text.phrase(named: name) }
}

extension Diagnostic {
    /// A file that looks like a language's, but has another ending, is in another folder, or is not named after a
    /// language.
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
    /// The language that a file's name is probably for, as in `pt-BR` of `pt_BR.properties`.
    fileprivate var meantTag: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." }).replacing("_", with: "-")
    }
}
