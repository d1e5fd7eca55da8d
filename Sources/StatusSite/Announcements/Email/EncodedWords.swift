extension String {
    /// Whether it can be in a header without encoding.
    ///
    /// It must be printable ASCII that is not read as encoded words, nor as a command in the log of a CI job.
    var isSafeInHeader: Bool {
        utf8.allSatisfy { (0x20...0x7E).contains($0) } && !["=?", "::", "##"].contains(where: contains)
    }

    /// The text in quotation marks (RFC 5322, §3.2.4).
    var quotedForHeader: String {
        "\"" + reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) } + "\""
    }

    /// Returns the text as encoded words of at most 75 characters each, in UTF-8 (RFC 2047, §2 and §4.2), with each one
    /// after the first on its own line.
    ///
    /// - Parameter column: the number of characters before the text on its line, which may have 76.
    func encodedWords(after column: Int = 0) -> String {
        let (start, end) = ("=?utf-8?q?", "?=")
        var (words, word) = ([String](), "")
        var room = 75 - column - start.count - end.count
        for scalar in unicodeScalars {
            // A character's bytes must be in the same word (§5, point 3 of the rules on encoded words).
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

    /// Returns the text as the value of a header: folded at spaces if it is safe, otherwise encoded.
    ///
    /// - Parameter name: the name of the header, which precedes the text with a colon and a space.
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
    /// The character in the "Q" encoding that is also valid in a phrase (RFC 2047, §5, point 3).
    fileprivate var encodedForHeader: String {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(self)
        case " ": "_"
        default: UTF8.encode(self).map { $0.map(\.asQuotedPrintable).joined() } ?? "?"
        }
    }
}
