extension Words {
    /// As in "45 min", "2 h 20 min" or "3 d 4 h": the two largest units, the rest dropped.
    ///
    /// - Parameter seconds: the length; a negative one has a minus sign.
    func duration(_ seconds: Int) -> String {
        let length = Int(seconds.magnitude)
        return (seconds < 0 ? "\u{2212}" : "") + text(of: length)
    }

    /// As in "43 min 12 s": to the second, for what is reckoned with. A negative one has a minus sign.
    func exactDuration(_ seconds: Int) -> String {
        let length = Int(seconds.magnitude)
        let parts = [(length / 3_600, "h"), (length / 60 % 60, "min"), (length % 60, "s")]
            .filter { $0.0 > 0 }
            .map { "\(grouped($0.0)) \($0.1)" }
        return (seconds < 0 ? "\u{2212}" : "") + (parts.isEmpty ? "0 s" : parts.joined(separator: " "))
    }

    private func text(of seconds: Int) -> String {
        let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400)
        if minutes < 1 { return "\(seconds) s" }
        if hours < 1 { return "\(minutes) min" }
        if days < 1 { return join("\(hours) h", minutes % 60, "min") }
        return join("\(grouped(days)) d", hours % 24, "h")
    }

    private func join(_ large: String, _ small: Int, _ unit: String) -> String {
        small == 0 ? large : "\(large) \(small) \(unit)"
    }
}
