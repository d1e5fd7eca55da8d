import StatusModel

extension Words {
    /// HTML of an instant: the text for readers, and the instant itself for programs.
    func element(_ instant: Instant, _ text: String) -> String {
        "<time datetime=\"\(instant)\">\(text.escapedForHTML)</time>"
    }

    /// HTML of an instant with its date.
    func element(_ instant: Instant) -> String { element(instant, dateAndTime(instant)) }

    /// HTML of a day.
    func element(_ day: Day) -> String { "<time datetime=\"\(day)\">\(date(day))</time>" }
}
