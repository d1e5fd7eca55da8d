import Diagnostics

/// An address in a text that becomes a link without further markup: `https://example.com`, `www.example.com`.
///
/// Source: GitHub Flavored Markdown Spec 0.29, §6.9, "Autolinks (extension)". Email and `ftp:` addresses stay text.
struct BareAddress {
    /// The range of the address in the text's bytes.
    let range: Range<Int>
    let isWithoutScheme: Bool

    /// Whether the text may contain an address; most texts do not.
    static func mayStand(in text: String.UTF8View) -> Bool {
        text.contains(UInt8(ascii: ":")) || text.contains(UInt8(ascii: "w"))
    }

    /// Turns the addresses in a text into links.
    static func link(in text: MarkdownNode) {
        let bytes = Array(text.markedLiteral.utf8)
        var copied = 0
        func insert(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            makeText(bytes[range]).insert(before: text)
        }
        for address in addresses(in: bytes, of: text) {
            insert(copied..<address.range.lowerBound)
            let words = bytes[address.range]
            let link = MarkdownNode.make(.link)
            link.url = (address.isWithoutScheme ? "http://" : "") + String(decoding: words, as: UTF8.self)
            link.append(makeText(words))
            link.insert(before: text)
            copied = address.range.upperBound
        }
        guard copied > 0 else { return }
        insert(copied..<bytes.count)
        text.remove()
    }
}

private extension BareAddress {
    static func makeText(_ bytes: ArraySlice<UInt8>) -> MarkdownNode {
        let node = MarkdownNode.make(.text)
        node.literal = String(decoding: bytes, as: UTF8.self)
        return node
    }

    static func addresses(in bytes: [UInt8], of text: MarkdownNode) -> [BareAddress] {
        var addresses: [BareAddress] = []
        var index = 0
        while index < bytes.count {
            let address =
                switch bytes[index] {
                case UInt8(ascii: "w"): bareName(at: index, in: bytes, of: text)
                case UInt8(ascii: ":"):
                    withScheme(before: index, in: bytes, from: addresses.last?.range.upperBound ?? 0)
                default: BareAddress?.none
                }
            if let address { addresses.append(address) }
            index = max(index + 1, address?.range.upperBound ?? 0)
        }
        return addresses
    }

    /// Returns the address that begins with `www.` at the index: at the beginning of a line, or after a space, `*`,
    /// `_`, `~` or `(`.
    static func bareName(at start: Int, in bytes: [UInt8], of text: MarkdownNode) -> BareAddress? {
        guard bytes[start...].starts(with: "www.".utf8) else { return nil }
        if start > 0 {
            guard bytes[start - 1].isSpace || "*_~(".utf8.contains(bytes[start - 1]) else { return nil }
        } else if let before = text.previous {
            guard [.softBreak, .lineBreak, .emphasis, .strong].contains(before.kind) else { return nil }
        }
        guard let host = endOfHost(from: start, in: bytes, needsDot: true) else { return nil }
        return BareAddress(start, endOfPath(from: host, since: start, in: bytes), isWithoutScheme: true)
    }

    static func withScheme(before colon: Int, in bytes: [UInt8], from floor: Int) -> BareAddress? {
        guard bytes[colon...].starts(with: "://".utf8) else { return nil }
        // Every allowed scheme has at most five letters.
        var start = colon
        while start > floor, colon - start < 6, bytes[start - 1].isLetter { start -= 1 }
        let scheme = String(decoding: bytes[start..<colon], as: UTF8.self).lowercased()
        guard scheme == "https" || scheme == "http",
            let host = endOfHost(from: colon + 3, in: bytes, needsDot: false)
        else { return nil }
        return BareAddress(start, endOfPath(from: host, since: start, in: bytes), isWithoutScheme: false)
    }

    init(_ start: Int, _ end: Int, isWithoutScheme: Bool) {
        self.init(range: start..<end, isWithoutScheme: isWithoutScheme)
    }

    /// Returns the end of a host, which consists of letters, digits, hyphens, underscores and dots, without underscores
    /// in its last two parts.
    static func endOfHost(from start: Int, in bytes: [UInt8], needsDot: Bool) -> Int? {
        guard start < bytes.count, isOfHost(bytes[start]), bytes[start] != UInt8(ascii: ".") else {
            return nil
        }
        var (index, dots) = (start, 0)
        var underscores = (last: 0, before: 0)
        while index < bytes.count, isOfHost(bytes[index]), !bytes[index...].starts(with: EscapeMarks.mark) {
            if bytes[index] == UInt8(ascii: ".") {
                if index + 1 < bytes.count { (dots, underscores) = (dots + 1, (0, underscores.last)) }
            } else if bytes[index] == UInt8(ascii: "_") {
                underscores.last += 1
            }
            index += 1
        }
        let isValid = underscores == (0, 0) && (dots > 0 || !needsDot)
        return isValid && !bytes[index...].starts(with: EscapeMarks.mark) ? index : nil
    }

    static func isOfHost(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-._".utf8.contains(byte)
            || byte >= 0x80
    }

    /// Returns the end of an address: the next white space or `<`, but before punctuation, which belongs to the
    /// sentence, and before a closing parenthesis without an opening one.
    static func endOfPath(from host: Int, since start: Int, in bytes: [UInt8]) -> Int {
        var end = bytes[host...].firstIndex { $0.isSpace || $0 == UInt8(ascii: "<") } ?? bytes.count
        var open = bytes[start..<end].reduce(0) { depth, byte in
            depth + (byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0)
        }
        while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: ")") where open < 0: open += 1
            case UInt8(ascii: ";"):
                let name = bytes[start..<end - 1].lastIndex { !$0.isLetter }
                if let name, name < end - 2, bytes[name] == UInt8(ascii: "&") { end = name + 1 }
            case let last where "?!.,:*_~'\"".utf8.contains(last): break
            default: return end
            }
            end -= 1
        }
        return end
    }
}
