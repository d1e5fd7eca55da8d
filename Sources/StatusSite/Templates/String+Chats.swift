extension String {
    /// The text for a chat that reads some characters as markup and has no reliable way to escape them.
    ///
    /// Lookalikes replace these characters. Brackets do not make links, lines do not become headings, and nobody is
    /// mentioned.
    ///
    /// Sources: Adaptive Cards' "Text features"; Discord's "Markdown Text 101"; Google Chat's "Format messages", on
    /// `<users/all>`.
    var withoutChatMarkup: String {
        var (text, before) = (String.UnicodeScalarView(), Unicode.Scalar("\n"))
        for scalar in withLookalikes.unicodeScalars {
            let makesLink = scalar == "(" && before == "]"
            let makesHeading = scalar == "#" && Character(before).isNewline
            if makesLink || makesHeading { text.append(Self.wordJoiner) }
            switch scalar {
            case "<": text.append("\u{2039}")
            case ">": text.append("\u{203A}")
            default: text.append(scalar)
            }
            before = scalar
        }
        return String(text).withoutMentions
    }

    /// The text with an invisible character after each `@` that begins a word, so that chats do not look for a person
    /// of that name.
    var withoutMentions: String {
        var (text, isWithinWord) = (String.UnicodeScalarView(), false)
        for scalar in unicodeScalars {
            text.append(scalar)
            if scalar == "@", !isWithinWord { text.append(Self.wordJoiner) }
            isWithinWord = scalar.isAlphanumeric
        }
        return String(text)
    }

    /// The text with lookalikes instead of `*`, `_`, `~` and the backtick.
    ///
    /// Between two letters the first three stay, because they mean nothing to a chat there.
    var withLookalikes: String {
        let scalars = Array(unicodeScalars)
        var text = ""
        for (place, scalar) in scalars.enumerated() {
            guard let other = Self.lookalikes[scalar] else {
                text.unicodeScalars.append(scalar)
                continue
            }
            let isWithinWord =
                scalar != "`" && place > 0 && place + 1 < scalars.count
                && scalars[place - 1].isAlphanumeric && scalars[place + 1].isAlphanumeric
            text.unicodeScalars.append(isWithinWord ? scalar : other)
        }
        return text
    }

    /// The address for use between `<` and `|`, which would end it.
    var percentEncodedForGoogleChat: String {
        replacing("|", with: "%7C").replacing("<", with: "%3C").replacing(">", with: "%3E")
    }

    /// U+2060, which is invisible and not a space.
    private static let wordJoiner: Unicode.Scalar = "\u{2060}"

    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "*": "\u{2217}", "_": "\u{2CD}", "~": "\u{223C}", "`": "\u{2CB}",
    ]
}

extension Unicode.Scalar {
    fileprivate var isAlphanumeric: Bool { properties.isAlphabetic || properties.numericType != nil }
}
