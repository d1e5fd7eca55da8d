import Diagnostics
import Yams

/// A range of a file that is YAML: all of `status.yml`, or the front matter of a record.
final class YAMLText {
    let file: SourceFile
    /// The range of the YAML's bytes in the file.
    let range: Range<Int>
    /// Places from which others are counted: otherwise, each of thousands of mistakes would be counted from the start.
    private let milestones: Lazy<Milestones>

    init(file: SourceFile, range: Range<Int>) {
        (self.file, self.range) = (file, range)
        milestones = Lazy { Milestones(in: file.bytes[range]) }
    }

    /// Returns the root of the text, and reports mistakes.
    ///
    /// Common mistakes are looked for first and reported in plain words; any other error of the library is reported in
    /// the library's words. Deep nesting and anchors are refused before the library sees them: deep nesting overflows
    /// its stack, and anchors can keep it busy forever.
    func compose(into findings: Findings) -> YAMLValue? {
        let pitfalls = Findings()
        refuseCharacters(into: pitfalls)
        YAMLPitfalls(in: self, into: pitfalls).report()
        findings.add(pitfalls.all)
        guard !pitfalls.hasErrors else { return nil }
        do {
            let text = String(decoding: file.bytes[range], as: UTF8.self)
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let root = try parser.singleRoot().map { YAMLValue(node: $0, text: self) }
            if file.bytes[range].contains(UInt8(ascii: "\\")) { root?.reportControls(into: findings) }
            return root
        } catch {
            report(error, into: findings)
            return nil
        }
    }

    /// Returns the offset in the file of a line and column in the library's numbering: both from 1, the column in
    /// Unicode scalars.
    func offset(of mark: Mark) -> Int {
        let milestone = milestones.value.last(notBehind: mark)
        var offset = milestone.offset
        for _ in milestone.column..<max(milestone.column, mark.column) where offset < range.upperBound {
            offset += 1
            while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}

private extension YAMLText {
    func report(_ error: any Error, into findings: Findings) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            findings.add(syntaxError(problem, at: offset(of: mark)))
        case .duplicatedKeysInMapping(let keys, let context):
            let duplicates = YAMLPitfalls(in: self).duplicateKeys()
            guard duplicates.isEmpty else { return findings.add(duplicates.map(duplicateKey)) }
            let start = offset(of: context.mark)
            let problem = "the key `\(keys.first ?? "")` appears twice"
            findings.add(syntaxError(problem, at: start))
        default:
            findings.add(syntaxError("it cannot be read", at: range.lowerBound))
        }
    }

    func syntaxError(_ problem: String, at offset: Int) -> Diagnostic {
        Diagnostic(
            .error, .yamlSyntax, "this is not valid YAML: \(problem)",
            at: file.location(of: offset..<offset + 1),
            hint: "put text that contains `:`, `#`, brackets or quotes in double quotes")
    }

    func duplicateKey(_ duplicate: YAMLKeys.Duplicate) -> Diagnostic {
        let name = String(decoding: file.bytes[duplicate.second], as: UTF8.self)
        return Diagnostic(
            .error, .duplicateKey, "the key `\(name)` appears twice",
            at: file.location(of: duplicate.second), hint: "keep one of the two",
            related: [Diagnostic.Note("the first is here", at: file.location(of: duplicate.first))])
    }
}
