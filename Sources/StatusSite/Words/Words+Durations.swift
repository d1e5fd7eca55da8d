extension Words {
    /// As in "45 min", "2 h 20 min" or "3 d 4 h": the two largest units, the rest dropped.
    ///
    /// - Parameter seconds: the length; a negative one has a minus sign.
    func duration(_ seconds: Int) -> String {
        signed(seconds, wording(of: Int(seconds.magnitude)))
    }

    /// As in "43 min 12 s": to the second, for what is reckoned with. A negative one has a minus sign.
    func exactDuration(_ seconds: Int) -> String {
        let length = Int(seconds.magnitude)
        let (hours, minutes, rest) = (length / 3_600, length / 60 % 60, length % 60)
        var parts: [String] = []
        if hours > 0 { parts.append(text.durationHours(hours)) }
        if minutes > 0 { parts.append(text.durationMinutes(minutes)) }
        if rest > 0 || parts.isEmpty { parts.append(text.durationSeconds(rest)) }
        return signed(seconds, parts.dropFirst().reduce(parts[0]) { text.durationPair(large: $0, small: $1) })
    }

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
