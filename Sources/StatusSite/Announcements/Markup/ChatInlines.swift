extension [ProseTree.Inline] {
    /// Returns the text without markup; the address of a link follows its text.
    func inPlainText(in place: MarkdownInlines.Place) -> String {
        map { inline in
            switch inline {
            case .text(let words): return words.withLinesJoined
            case .lineBreak: return place == .paragraph ? "\n" : " "
            case .code(let code): return code
            case .image(_, _, let alt): return alt
            case .box(let isDone): return isDone ? "[x]" : "[ ]"
            case .link(let address, _, let inlines):
                let words = inlines.inPlainText(in: place)
                return words == address ? words : "\(words) (\(address))"
            case .styled(.struck, let inlines): return "~~" + inlines.inPlainText(in: place) + "~~"
            case .styled(_, let inlines): return inlines.inPlainText(in: place)
            }
        }.joined()
    }

    /// Returns the text in Slack's markup, which keeps line ends.
    ///
    /// Source: Slack's documentation, "Formatting message text".
    func inSlack(in place: MarkdownInlines.Place) -> String {
        map { inline in
            switch inline {
            case .text(let words): return words.withLinesJoined.escapedInSlackMarkup
            case .lineBreak: return place == .paragraph ? "\n" : " "
            case .code(let code): return "`" + code.escapedInSlackCode + "`"
            case .image(let address, _, let alt):
                return alt.withLinesJoined.escapedInSlackMarkup.leading(to: address)
            case .box(let isDone): return isDone ? "\u{2611}" : "\u{2610}"
            case .link(let address, _, let inlines):
                // A link cannot contain another link, and an image is shown as one.
                return inlines.inPlainText(in: .cell).escapedInSlackMarkup.leading(to: address)
            case .styled(let style, let inlines):
                let mark = style == .strong ? "*" : style == .emphasis ? "_" : "~"
                return mark + inlines.inSlack(in: place) + mark
            }
        }.joined()
    }
}

extension String {
    /// The text with entities for characters that could notify somebody or make a link, and with lookalikes for markup.
    ///
    /// Slack has no way to escape markup.
    fileprivate var escapedInSlackMarkup: String { withLookalikes.withEntitiesForSlack }

    /// The code, to be put between backticks.
    var escapedInSlackCode: String { replacing("`", with: "\u{2CB}").withEntitiesForSlack }

    /// Returns a link; its address may contain `&`, and everything else that would end it is percent-encoded.
    fileprivate func leading(to address: String) -> String {
        let target = address.withEntitiesForSlack
        return isEmpty || self == target ? "<\(target)>" : "<\(target)|\(self)>"
    }

    fileprivate var withLinesJoined: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
    }
}
