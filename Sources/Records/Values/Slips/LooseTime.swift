import StatusModel

/// A time in a form that records do not allow: its probable meaning, and the faults in its form.
///
/// It is never used as a time, but only for the line that a message suggests.
struct LooseTime {
    var date: LooseDate?
    var clock: LooseClock?
    var zone: LooseZone?
    /// The faults in the form, the worst first.
    private(set) var faults: [String] = []

    /// Reads a time; `nil` if the text contains anything other than date, time and zone.
    init?(_ text: String) {
        guard text.utf8.count <= 80 else { return nil }
        var tokens = TimeTokens(PlainTyping.of(text))
        while !tokens.isAtEnd {
            tokens.skip(Self.fillers, marks: ",\"'()[]")
            if tokens.isAtEnd { break }
            guard takePart(of: &tokens) else { return nil }
        }
        guard date != nil || clock != nil else { return nil }
        faults += [date?.fault, clock?.fault, zone?.fault].compactMap { $0 }
        if let slip = PlainTyping.slip(in: text) { faults.append(PlainTyping.fault(of: slip)) }
    }

    private mutating func takePart(of tokens: inout TimeTokens) -> Bool {
        if date == nil, let found = tokens.attempt({ LooseDate(from: &$0) }) {
            date = found
            return true
        }
        if clock == nil, let found = tokens.attempt({ LooseClock(from: &$0, behindDay: date != nil) }) {
            clock = found
            return true
        }
        guard clock != nil, let found = tokens.attempt({ LooseZone(from: &$0) }) else { return false }
        zone = zone.map { $0.offsets == found.offsets ? $0.saidTwice : found } ?? found
        return true
    }

    private static let fillers: Set<String> = [
        "at", "on", "the", "of", "um", "t", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "uhr",
        "hrs", "hours", "oclock", "st", "nd", "rd", "th",
    ]
}

extension LooseTime {
    /// Whether a part of ``rewritten`` is only an example, such as a valid date for an invalid one.
    var isExample: Bool { date?.example != nil || clock?.isExample == true }

    /// The correct ways to write what was meant: usually one, two if it is ambiguous, none if it is unclear.
    var rewritten: [String] {
        let days: [Day?] = date.map { $0.example.map { [$0] } ?? $0.days } ?? [nil]
        return days.flatMap { day -> [String] in
            guard let clock else { return day.map { ["\($0)"] } ?? [] }
            guard let time = clock.time else { return [] }
            let day = clock.isNextDay ? day?.advanced(by: 1) : day
            let written = [day?.description, time.seconds % 60 == 0 ? "\(time)" : time.withSeconds]
                .compactMap { $0 }.joined(separator: " ")
            guard let zone else { return [written] }
            return zone.suffixes(on: day, at: time).map { "\(written) \($0)" }
        }
    }
}
