/// A writer of the blocks of a passage as lines, for Markdown, Slack's markup and plain text.
struct MarkupWriter {
    let dialect: Dialect

    /// The markup that is written.
    enum Dialect {
        /// CommonMark with GitHub's tables, strikethrough and tasks.
        case markdown
        /// Slack's markup, called mrkdwn.
        case slack
        /// Text without markup.
        case plain
    }

    typealias Block = ProseTree.Block

    /// Returns the lines of blocks, with an empty line between two blocks except in an item of a tight list.
    func lines(of blocks: [Block], isTight: Bool = false) -> [String] {
        var lines: [String] = []
        var before: Block?
        // Only their marks separate two lists in a row.
        var isSecondList = false
        for block in blocks {
            isSecondList = before?.isList(like: block) == true && !isSecondList
            if let before, !isTight || block.wouldContinue(before) { lines.append("") }
            lines += self.lines(of: block, isSecondList: isSecondList)
            before = block
        }
        return lines
    }
}

private extension MarkupWriter {
    func lines(of block: Block, isSecondList: Bool) -> [String] {
        switch block {
        case .paragraph(let text): paragraph(text)
        case .heading(let level, let text): [heading(text, level: level)]
        case .quote(let blocks): quote(lines(of: blocks))
        case .list(let list): lines(of: list, isSecond: isSecondList)
        case .code(let language, let text): code(text, in: language)
        // Dashes would turn a text above them into a heading; asterisks after a bullet would merge with it.
        case .rule: [dialect == .markdown ? "___" : "---"]
        case .table(let table): lines(of: table)
        }
    }

    func paragraph(_ text: [ProseTree.Inline]) -> [String] {
        let lines = inline(text, in: .paragraph).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        return dialect == .markdown ? lines.map(\.escapedAtBlockStart) : lines
    }

    /// Returns a heading, of level 3 or lower in Markdown, since the message has its own heading above it.
    func heading(_ text: [ProseTree.Inline], level: Int) -> String {
        let line = inline(text, in: .heading)
        switch dialect {
        case .markdown: return (String(repeating: "#", count: max(3, level)) + " " + line).escapedAtHeadingEnd
        case .slack: return "*\(line)*"
        case .plain: return line
        }
    }

    func quote(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? ">" : "> " + $0 } }

    func lines(of list: ProseTree.List, isSecond: Bool) -> [String] {
        var lines: [String] = []
        for (place, item) in list.items.enumerated() {
            let mark = mark(of: list, at: place, isSecond: isSecond)
            let indentation = String(repeating: " ", count: dialect == .slack ? 4 : mark.utf8.count + 1)
            let contents = self.lines(of: item, isTight: !list.isLoose)
            if list.isLoose, place > 0 { lines.append("") }
            lines.append(contents.first.map { $0.isEmpty ? mark : mark + " " + $0 } ?? mark)
            lines += contents.dropFirst().map { $0.isEmpty ? "" : indentation + $0 }
        }
        return lines
    }

    /// Returns the mark of an item; a number has at most nine digits (CommonMark 0.31.2, §5.2).
    func mark(of list: ProseTree.List, at place: Int, isSecond: Bool) -> String {
        guard let start = list.start else { return bullet(isSecond: isSecond) }
        return "\(min(start + place, 999_999_999))" + (isSecond ? ")" : ".")
    }

    /// Returns a bullet; in Markdown, it differs from that of facts in templates, since lists with the same bullet
    /// merge.
    func bullet(isSecond: Bool) -> String {
        switch dialect {
        case .markdown: isSecond ? "+" : "*"
        case .slack: "\u{2022}"
        case .plain: "-"
        }
    }

    func code(_ text: String, in language: String) -> [String] {
        let lines =
            text.isEmpty
            ? [] : text.utf8.last == UInt8(ascii: "\n") ? Array(text.lines.dropLast()) : text.lines
        switch dialect {
        case .markdown:
            let fence = String(repeating: "`", count: max(3, text.longestRun(of: "`") + 1))
            let name = language.contains("`") ? "" : language.escapedInMarkdown
            return [fence + name] + lines + [fence]
        case .slack: return ["```"] + lines.map(\.escapedInSlackCode) + ["```"]
        case .plain: return lines.map { $0.isEmpty ? "" : "    " + $0 }
        }
    }

    func lines(of table: ProseTree.Table) -> [String] {
        let rows = table.rows.map { row in row.map { inline($0, in: .cell) } }
        guard dialect == .markdown else { return rows.map { $0.joined(separator: " | ") } }
        let dashes = table.alignments.map { side in
            switch side {
            case "left": ":--"
            case "right": "--:"
            case "center": ":-:"
            default: "---"
            }
        }
        let lines = rows.prefix(1) + [dashes] + rows.dropFirst()
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }
    }

    func inline(_ text: [ProseTree.Inline], in place: MarkdownInlines.Place) -> String {
        switch dialect {
        case .markdown: MarkdownInlines(text, in: place).text
        case .slack: text.inSlack(in: place)
        case .plain: text.inPlainText(in: place)
        }
    }
}

extension ProseTree.Block {
    fileprivate func isList(like other: Self) -> Bool {
        guard case .list(let list) = self, case .list(let next) = other else { return false }
        return (list.start == nil) == (next.start == nil)
    }

    /// Whether it would continue the block before it if there were no empty line between them.
    fileprivate func wouldContinue(_ before: Self) -> Bool {
        switch (before, self) {
        case (.heading, _), (.rule, _), (.code, _): false
        case (_, .paragraph), (.list, .list), (.quote, .quote), (.table, .table): true
        case (.paragraph, .list(let list)):
            list.items.first?.isEmpty != false || (list.start ?? 1) != 1
        default: false
        }
    }
}

extension String {
    fileprivate var lines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
