extension StringProtocol {
    /// The text without spaces and tabs at its beginning.
    var trimmedStart: String {
        String(drop { $0 == " " || $0 == "\t" })
    }
}
