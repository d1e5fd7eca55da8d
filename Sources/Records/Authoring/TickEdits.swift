import Diagnostics

/// The ways to write ticks into a record's front matter, whatever its form.
///
/// They only insert text, so all other bytes stay as they are.
struct TickEdits {
    private let items: [String]
    private let map: MappingReader

    init(_ items: [String], in map: MappingReader) {
        (self.items, self.map) = (items, map)
    }

    /// The file after each of the edits, the best first.
    ///
    /// Each has to be read to check that it says what it should.
    var results: [SourceFile] { edits.map(file.inserting) }
}

private extension TickEdits {
    /// Texts to insert, each with its offset, in the order of the offsets.
    typealias Edit = [(text: String, offset: Int)]

    var file: SourceFile { map.text.file }
    var key: String { FrontMatter.checklistKey + ":" }

    var edits: [Edit] {
        guard let internals = map.value("internal") else {
            let lines = ["internal:", "  " + key] + elements(at: "    ")
            return [[(lines.map { $0 + file.lineEnd }.joined(), map.text.range.upperBound)]]
        }
        let checklist = internals.entries?.first { $0.key.string?.folded == FrontMatter.checklistKey }?.value
        guard let checklist else { return edits(bringingListInto: internals) }
        guard let last = checklist.elements?.last else {
            return edits(makingListOf: checklist, in: internals)
        }
        if checklist.isFlow { return flow(flowItems, into: checklist, behind: last) }
        return indentation(of: checklist).map { lines(elements(at: $0), below: last, in: internals) } ?? []
    }

    func edits(bringingListInto internals: YAMLValue) -> [Edit] {
        guard let last = internals.entries?.last?.value else { return [] }
        if internals.isFlow { return flow("\(key) [\(flowItems)]", into: internals, behind: last) }
        return indentation(of: internals).map { indentation in
            lines([indentation + key] + elements(at: indentation + "  "), below: last, in: internals)
        } ?? []
    }

    /// Returns the edits that turn a single text into a list.
    func edits(makingListOf text: YAMLValue, in internals: YAMLValue) -> [Edit] {
        let brackets = text.end.map { [("[", text.start), (", \(flowItems)]", $0)] }
        guard !internals.isFlow, let indentation = indentation(of: internals) else {
            return [brackets].compactMap { $0 }
        }
        let opening = (file.lineEnd + indentation + "  - ", text.start)
        return [brackets].compactMap { $0 }
            + lines(elements(at: indentation + "  "), below: text, in: internals).map { [opening] + $0 }
    }
}

// MARK: - Where text goes

private extension TickEdits {
    /// Returns the edits that insert a text after the last member of a list or map in brackets, or right after its first
    /// bracket.
    func flow(_ text: String, into value: YAMLValue, behind last: YAMLValue) -> [Edit] {
        let behind = last.end.map { [(", " + text, $0)] }
        return [behind, [(text + ", ", value.start + 1)]].compactMap { $0 }
    }

    /// Returns the edits that insert lines on the line below a value, below everything that belongs to it, or above the
    /// next key.
    func lines(_ lines: [String], below value: YAMLValue, in internals: YAMLValue) -> [Edit] {
        let last = value.elements?.last ?? value
        let limit = nextKey(behind: last.start, in: internals)
        let block = lines.map { file.lineEnd + $0 }.joined()
        return [file.endOfLine(at: last.end ?? last.start), file.endOfText(beforeComments: limit)].map {
            [(block, $0)]
        } + [[(lines.map { $0 + file.lineEnd }.joined(), limit)]]
    }

    /// Returns the start of the next key's line, or the end of the front matter.
    func nextKey(behind offset: Int, in internals: YAMLValue) -> Int {
        let starts = map.starts + (internals.entries ?? []).map(\.key.start)
        return starts.filter { $0 > offset }.min().map(file.startOfLine) ?? map.text.range.upperBound
    }

    /// Returns the spaces in front of a list or map that is written in lines.
    func indentation(of value: YAMLValue) -> String? {
        let blanks = file.bytes[file.startOfLine(at: value.start)..<value.start]
        return blanks.allSatisfy { $0 == UInt8(ascii: " ") } ? String(decoding: blanks, as: UTF8.self) : nil
    }
}

// MARK: - What is written

private extension TickEdits {
    func elements(at indentation: String) -> [String] {
        items.map { indentation + "- " + YAMLString.written($0) }
    }

    /// The items as they are written between brackets, where commas separate them.
    var flowItems: String {
        items.map { $0.contains(",") ? YAMLString.quoted($0) : YAMLString.written($0) }.joined(
            separator: ", ")
    }
}

extension YAMLValue {
    /// Whether it is a list or map between brackets.
    fileprivate var isFlow: Bool {
        let first = text.file.bytes[start...].first
        return string == nil && (first == UInt8(ascii: "[") || first == UInt8(ascii: "{"))
    }
}

extension SourceFile {
    /// Returns the end of the line that contains the offset.
    fileprivate func endOfLine(at offset: Int) -> Int {
        bytes[offset...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    }

    /// Returns the end of the last line before the offset that has more than a comment.
    fileprivate func endOfText(beforeComments offset: Int) -> Int {
        var end = endOfText(before: offset)
        while bytes[startOfLine(at: end)..<end].first(where: { !$0.isSpace }) == UInt8(ascii: "#") {
            end = endOfText(before: startOfLine(at: end))
        }
        return end
    }
}
