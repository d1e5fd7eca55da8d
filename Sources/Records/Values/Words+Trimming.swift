extension StringProtocol {
    /// The text without the blanks before it.
    var trimmedStart: String {
        String(drop { $0 == " " || $0 == "\t" })
    }
}
