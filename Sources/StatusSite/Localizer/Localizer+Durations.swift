extension Localizer {
    /// Returns the two largest units of a duration, such as "45 min", "2 h 20 min" or "3 d 4 h".
    ///
    /// The rest is dropped. No line is broken within the text, which is for pages.
    ///
    /// - Parameter seconds: the length; a negative one has a minus sign.
    func duration(_ seconds: Int) -> String { plainDuration(seconds).unbroken }

    /// Returns the same with plain spaces, for output other than pages.
    func plainDuration(_ seconds: Int) -> String {
        signed(seconds, wording(of: Int(seconds.magnitude)))
    }

    /// Returns a duration to the second, such as "43 min 12 s", for readers who calculate with it.
    ///
    /// A negative duration has a minus sign.
    func exactDuration(_ seconds: Int) -> String { plainExactDuration(seconds).unbroken }

    /// Returns the same with plain spaces, for output other than pages.
    func plainExactDuration(_ seconds: Int) -> String {
        let length = Int(seconds.magnitude)
        let (hours, minutes, rest) = (length / 3_600, length / 60 % 60, length % 60)
        var parts: [String] = []
        if hours > 0 { parts.append(text.durationHours(hours)) }
        if minutes > 0 { parts.append(text.durationMinutes(minutes)) }
        if rest > 0 || parts.isEmpty { parts.append(text.durationSeconds(rest)) }
        let all = parts.dropFirst().reduce(parts[0]) { text.durationPair(large: $0, small: $1) }
        return signed(seconds, all)
    }

    /// Returns downtime, given in weighted thousandths of a second, such as "45 min".
    ///
    /// It is rounded up to the smallest unit shown, so that downtime never seems shorter than it is.
    func downtime(_ milliseconds: Int) -> String { duration(milliseconds.asDowntimeShown) }

    /// Returns downtime to the second, rounded up, for parts that are listed above their sum.
    func exactDowntime(_ milliseconds: Int) -> String { exactDuration((milliseconds + 999) / 1000) }

    private func wording(of seconds: Int) -> String {
        let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400)
        if minutes < 1 { return text.durationSeconds(seconds) }
        if hours < 1 { return text.durationMinutes(minutes) }
        if days < 1 { return pair(text.durationHours(hours), minutes % 60, text.durationMinutes) }
        return pair(text.durationDays(days), hours % 24, text.durationHours)
    }

    private func pair(_ large: String, _ rest: Int, _ small: (Int) -> String) -> String {
        rest == 0 ? large : text.durationPair(large: large, small: small(rest))
    }

    private func signed(_ seconds: Int, _ length: String) -> String {
        seconds < 0 ? text.durationNegative(duration: length) : length
    }
}

extension Int {
    /// These seconds as a duration shows them: without the rest that is smaller than the smallest unit shown.
    var asDurationShown: Int { self - self % unitShown }

    /// The seconds in these thousandths as downtime is shown: rounded up to the smallest unit shown.
    var asDowntimeShown: Int {
        let seconds = (self + 999) / 1000
        return (seconds + seconds.unitShown - 1) / seconds.unitShown * seconds.unitShown
    }

    /// The smallest unit in which a duration of these seconds is shown, in seconds.
    private var unitShown: Int { self < 60 ? 1 : self < 86_400 ? 60 : 3_600 }
}

extension String {
    /// The text with non-breaking spaces, so that a number and its unit stay together.
    var unbroken: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == " " ? "\u{A0}" : $0 }))
    }
}
