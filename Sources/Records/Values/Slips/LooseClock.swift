import StatusModel

/// A time of day in any of the forms that people use.
struct LooseClock {
    /// The time; `nil` if it is invalid or unclear.
    private(set) var time: TimeOfDay?
    /// Whether the time is the end of the day, `24:00`, which is the beginning of the next day.
    private(set) var isNextDay = false
    /// Whether ``time`` is only a guess at what was meant.
    private(set) var isExample = false
    /// The fault in its form; `nil` if the form is correct.
    private(set) var fault: String?

    init?(from tokens: inout TimeTokens, behindDay: Bool) {
        tokens.skip(["t"])
        if tokens.take(["noon", "midday"]) {
            set(12, 0, 0, fault: "a time must be in digits")
            return
        }
        if tokens.take(["midnight"]) {
            set(0, 0, 0, fault: "a time must be in digits")
            return
        }
        if read(&tokens) { return }
        guard let digits = tokens.number(4...4) ?? (behindDay ? tokens.number(6...6) : nil),
            let number = Int(digits)
        else { return nil }
        let (hour, rest) = number.quotientAndRemainder(dividingBy: digits.utf8.count == 4 ? 100 : 10_000)
        let (minute, second) = digits.utf8.count == 4 ? (rest, 0) : (rest / 100, rest % 100)
        set(hour, minute, second, fault: "hours and minutes must be separated by `:`")
    }
}

private extension LooseClock {
    /// Reads `1:00`, `17.05`, `17h05`, `5pm`, `5:05 p.m.` or `17h`.
    mutating func read(_ tokens: inout TimeTokens) -> Bool {
        tokens.attempt { tokens -> LooseClock? in
            guard let hour = tokens.number(1...3), let hours = Int(hour) else { return nil }
            let parts = tokens.attempt { Self.minutes(&$0) }
            let isAfternoon = tokens.attempt { Self.half(&$0) }
            let isHourAlone = parts == nil && tokens.take(["h", "uhr", "hrs", "oclock"])
            guard parts != nil || isAfternoon != nil || isHourAlone else { return nil }
            var clock = self
            if hour.utf8.count == 3 {
                clock.set(hours, parts.flatMap { Int($0.minute) } ?? 0, 0, fault: nil)
                clock.isExample = true
                clock.fault = "`\(hour)` is not a valid hour: hours have two digits"
                return clock
            }
            let (minute, second) = (parts?.minute ?? "00", parts?.second ?? "00")
            clock.set(
                hours,
                Int(minute) ?? 0,
                Int(second) ?? 0,
                isAfternoon: isAfternoon,
                fault: Self.fault(hour, minute, second, parts?.mark, isAfternoon)
            )
            // It is unclear which digit is missing.
            if minute.utf8.count != 2 { clock.time = nil }
            return clock
        }
        .map { self = $0 } != nil
    }

    static func minutes(_ tokens: inout TimeTokens) -> (mark: Character, minute: String, second: String?)? {
        guard let mark = tokens.mark(":.;,'") ?? (tokens.take(["h"]) ? "h" : nil),
            let minute = tokens.number(1...3)
        else { return nil }
        let second = tokens.attempt { tokens -> String? in
            guard tokens.mark(":.") != nil else { return nil }
            return tokens.number(1...2)
        }
        if second != nil {
            _ = tokens.attempt { tokens in tokens.mark(".,").flatMap { _ in tokens.number(1...9) } }
        }
        return (mark, minute, second)
    }

    /// Reads `am` or `p.m.`, and returns whether it is the afternoon.
    static func half(_ tokens: inout TimeTokens) -> Bool? {
        tokens.skip()
        if tokens.take(["pm"]) { return true }
        if tokens.take(["am"]) { return false }
        guard let letter = tokens.word(), letter == "a" || letter == "p", tokens.mark(".") != nil,
            tokens.take(["m"])
        else { return nil }
        _ = tokens.mark(".")
        return letter == "p"
    }

    static func fault(
        _ hour: String,
        _ minute: String,
        _ second: String,
        _ mark: Character?,
        _ isAfternoon: Bool?
    ) -> String? {
        if isAfternoon != nil { return "hours run from `00` to `23`, without am or pm" }
        if mark != ":" { return "hours and minutes must be separated by `:`" }
        if hour.utf8.count == 1 { return "the hour must have two digits" }
        if minute.utf8.count != 2 { return "the minutes must have two digits" }
        return second.utf8.count == 2 ? nil : "the seconds must have two digits"
    }

    mutating func set(
        _ hour: Int,
        _ minute: Int,
        _ second: Int,
        isAfternoon: Bool? = nil,
        fault: String?
    ) {
        var hour = hour
        if let isAfternoon, (1...12).contains(hour) { hour = hour % 12 + (isAfternoon ? 12 : 0) }
        isNextDay = hour == 24 && minute == 0 && second == 0
        time = TimeOfDay(hour: isNextDay ? 0 : hour, minute: minute, second: second)
        self.fault =
            if isNextDay {
                "`24:00` is `00:00` on the next day"
            } else if time == nil {
                minute > 59
                    ? "minutes run from `00` to `59`"
                    : hour > 23 ? "hours run from `00` to `23`" : "seconds run from `00` to `59`"
            } else {
                fault
            }
    }
}
