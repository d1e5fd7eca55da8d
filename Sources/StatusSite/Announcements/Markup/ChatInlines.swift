extension [ProseTree.Inline] {
    /// The text where nobody renders it: a link has its address behind it.
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

    /// The text in Slack's markup, which shows the end of a line as such.
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
                // A link within it would end it, and an image in it is one.
                return inlines.inPlainText(in: .cell).escapedInSlackMarkup.leading(to: address)
            case .styled(let style, let inlines):
                let mark = style == .strong ? "*" : style == .emphasis ? "_" : "~"
                return mark + inlines.inSlack(in: place) + mark
            }
        }.joined()
    }
}

extension String {
    /// The text with entities for what can notify somebody or lead somewhere, and with marks that would make markup as
    /// others that look alike: Slack has no way to escape them.
    fileprivate var escapedInSlackMarkup: String { withLookalikes.withEntitiesForSlack }

    /// Code for between back-ticks.
    var escapedInSlackCode: String { replacing("`", with: "\u{2CB}").withEntitiesForSlack }

    /// The address may hold `&`; all else that would end a link is percent-encoded in it.
    fileprivate func leading(to address: String) -> String {
        let target = address.withEntitiesForSlack
        return isEmpty || self == target ? "<\(target)>" : "<\(target)|\(self)>"
    }

    fileprivate var withLinesJoined: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
    }
}
