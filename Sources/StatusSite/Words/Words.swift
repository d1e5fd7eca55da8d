import StatusModel

/// The words, dates and numbers that pages are written in: English, in the site's zone.
///
/// All of them are made here, so that a language of its own is a matter of this folder.
struct Words: Sendable {
    let zone: Zone
    let phaseLabels: [Phase: String]
    let components: [String]

    init(of page: StatusPage) {
        (zone, phaseLabels) = (page.zone, page.phaseLabels)
        components = page.components.map(\.name)
    }
}

extension Words {
    /// As in "3 incidents".
    func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }

    /// As in "a, b and c".
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// As in "a, b, c and 4 more": at most `limit` of them by name.
    func list(_ items: [String], atMost limit: Int) -> String {
        guard items.count > limit + 1 else { return list(items) }
        return items.prefix(limit).joined(separator: ", ") + " and \(items.count - limit) more"
    }

    /// The components' names, in the order of the page.
    func names(of components: some Sequence<Component.Index>) -> [String] {
        components.map { self.components[$0] }
    }

    /// As in "99.95%".
    func share(_ target: Target) -> String {
        let (whole, rest) = target.millionths.quotientAndRemainder(dividingBy: 10_000)
        var digits = String(10_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole)\(digits.isEmpty ? "" : "." + digits)%"
    }

    /// A number with its thousands apart: "12,345".
    func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        guard digits.count > 3 else { return String(number) }
        var text = number < 0 ? "\u{2212}" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
