import Diagnostics
import StatusModel

/// An announcement whose template makes JSON for a chat or a push service.
protocol ChatMessage: PageContext {
    /// Makes the message.
    ///
    /// - Parameters:
    ///   - announcement: the announcement in words, within the channel's limits.
    ///   - destination: the chat or topic, if the JSON names it; `nil` for the site's own.
    init(_ announcement: AnnouncementContext, to destination: String?)
}

extension [UInt8] {
    /// The JSON without white space between values, and without commas before closing brackets.
    ///
    /// In a template, each element of a list can thus end with a comma, even the last one.
    var compactJSON: [UInt8] {
        var compact: [UInt8] = []
        var (isInText, isEscaped) = (false, false)
        for byte in self where isInText || !" \n\r\t".utf8.contains(byte) {
            if !isInText, "]}".utf8.contains(byte), compact.last == UInt8(ascii: ",") { compact.removeLast() }
            compact.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isInText.toggle()
            } else {
                isEscaped = isInText && byte == UInt8(ascii: "\\")
            }
        }
        return compact
    }
}

extension StatusPage {
    /// Returns the default name of the site's chat or topic: the letters and digits of its title, or of its host if the
    /// title has none in ASCII.
    ///
    /// - Parameters:
    ///   - separator: the text between two words.
    ///   - limit: the largest number of bytes.
    func channelName(separator: String, limit: Int) -> String {
        let names = [title, identity.mailHost].map { name in
            String(
                name.lowercased().utf8.split { !$0.isLetter && !$0.isDigit }
                    .map { String(decoding: $0, as: UTF8.self) }
                    .joined(separator: separator).prefix(limit))
        }
        return names.first { !$0.isEmpty } ?? "status"
    }
}
