extension String {
    /// Whether it can stand in a header as it is: printable ASCII that is read neither as encoded words nor, in the
    /// log of a CI job, as a command.
    var isSafeInHeader: Bool {
        utf8.allSatisfy { (0x20...0x7E).contains($0) } && !["=?", "::", "##"].contains(where: contains)
    }

    /// The text in quotation marks (RFC 5322, §3.2.4).
    var quotedForHeader: String {
        "\"" + reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) } + "\""
    }

    /// The text as encoded words of at most 75 characters each, in UTF-8 (RFC 2047, §2 and §4.2), each but
    /// the first on a line of its own.
    ///
    /// - Parameter column: how many characters stand in front of it on its line, of which 76 are allowed.
    func encodedWords(after column: Int = 0) -> String {
        let (start, end) = ("=?utf-8?q?", "?=")
        var (words, word) = ([String](), "")
        var room = 75 - column - start.count - end.count
        for scalar in unicodeScalars {
            // A character's bytes stay together (§5, point 3 of the rules on encoded words).
            let encoded = scalar.encodedForHeader
            if encoded.count > room {
                words.append(start + word + end)
                (word, room) = ("", 74 - start.count - end.count)
            }
            word += encoded
            room -= encoded.count
        }
        return (words + [start + word + end]).joined(separator: "\r\n ")
    }

    /// The text as the value of a header's line: folded at spaces where it is safe, else encoded.
    ///
    /// - Parameter name: the header's, which stands in front of it with a colon and a space.
    func folded(behind name: String) -> String {
        let words = split(separator: " ")
        guard isSafeInHeader, words.allSatisfy({ $0.count < 75 - name.count }) else {
            return encodedWords(after: name.count + 2)
        }
        var (lines, line) = ([String](), "")
        var room = 76 - name.count - 2
        for word in words {
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                (line, room) = ("", 75)
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).joined(separator: "\r\n ")
    }
}

extension Unicode.Scalar {
    /// The character in the "Q" encoding, as it may stand in a phrase too (RFC 2047, §5, point 3).
    fileprivate var encodedForHeader: String {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(self)
        case " ": "_"
        default: UTF8.encode(self).map { $0.map(\.asQuotedPrintable).joined() } ?? "?"
        }
    }
}
