/// The coding of a text message, which has 140 octets: one alphabet fits more characters into them than the other.
///
/// Source: 3GPP TS 23.038, §6.2.1 (the default alphabet, seven bits a character), §6.2.1.1 (its extension, two
/// characters each) and §6.2.3 (UCS2).
enum SMSCoding {
    /// The letters of Western Europe, and Greek capitals.
    case defaultAlphabet
    /// All other characters; a single one determines the coding of the whole message.
    case ucs2

    init(for text: String) {
        let isKnown = text.unicodeScalars.allSatisfy {
            Self.alphabet.contains($0) || Self.extensions.contains($0)
        }
        self = isKnown ? .defaultAlphabet : .ucs2
    }
}

extension SMSCoding {
    /// The size of one message, in septets or UTF-16 units.
    var limit: Int { self == .defaultAlphabet ? 160 : 70 }

    /// Whether the text fits into one message.
    func hasRoom(for text: some StringProtocol) -> Bool { length(of: text) <= limit }

    func length(of character: Character) -> Int { length(of: String(character)) }

    func length(of text: some StringProtocol) -> Int {
        switch self {
        case .defaultAlphabet:
            text.unicodeScalars.reduce(0) { $0 + (Self.extensions.contains($1) ? 2 : 1) }
        case .ucs2: text.utf16.count
        }
    }

    private static let alphabet = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars
    )
    private static let extensions = Set("\u{C}^{}\\[~]|€".unicodeScalars)
}
