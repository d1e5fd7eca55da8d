import Diagnostics

extension Language {
    /// The language of a site, from its own files and those in the binary. What is wrong with them is
    /// reported.
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
        diagnostics: inout [Diagnostic]
    ) {
        let chosen = LanguageFile.nearest(to: tag, among: files)
        if chosen == nil, let place {
            diagnostics.append(.unknownLanguage(tag, at: place, known: LanguageFile.tags(among: files)))
        }
        for path in own.sorted() where LanguageFile.isOne(path) {
            guard let file = files[path] else { continue }
            let name = String(path.dropFirst(LanguageFile.folder.count).dropLast(LanguageFile.suffix.count))
            var checker = LanguageChecker(LanguageFile(tag: name, file: file))
            checker.checkText()
            if name == chosen?.tag { checker.checkCompleteness() }
            diagnostics += checker.diagnostics
        }
        self.init(tag, file: chosen)
    }
}

extension Diagnostic {
    fileprivate static func unknownLanguage(
        _ tag: String,
        at place: SourceLocation,
        known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            .unknownLanguage,
            "there are no words for `\(tag)`; pages say theirs in English",
            at: place,
            hint: "write \(known.map { "`\($0)`" }.joined(separator: ", ")), or translate "
                + "`en.properties` as `site-templates/languages/\(tag).properties`"
        )
    }
}
