import Diagnostics
import Reliability
import StatusModel

/// Words, dates and numbers for pages, in the site's language and time zone.
final class Localizer: Sendable {
    /// The language's phrases, as text.
    let text: Phrases<String>
    /// The language's phrases as HTML, with HTML for their values.
    let html: Phrases<HTML>
    let conventions: Conventions
    let zone: Zone
    /// The common abbreviations of the zone's time, by seconds ahead of UTC.
    let zoneNames: [Int: String]
    /// The city that names the zone if its time has no abbreviation; `nil` if the zone is not that of a place.
    let city: Lazy<String?>
    let phaseLabels: [Phase: String]
    let components: [String]
    let isForTeam: Bool

    init(of page: StatusPage, in language: Language) {
        (text, html, conventions) = (language.text, language.html, language.conventions)
        (zone, phaseLabels) = (page.zone, page.phaseLabels)
        zoneNames = page.zone.abbreviations
        city = Lazy { [conventions, zone] in conventions.city(of: zone) }
        components = page.componentNames
        isForTeam = page.audience == .internal
    }
}

extension Localizer {
    /// Returns a list such as "a, b and c".
    func list(_ items: [String]) -> String { conventions.lists.joined(items) }

    /// Returns a list such as "a, b, c and 4 more", with at most `limit` of the items if more than one would be left
    /// out.
    func list(_ items: [String], atMost limit: Int) -> String {
        guard items.count > limit + 1 else { return list(items) }
        return text.listMore(items.count - limit, list: enumeration(items.prefix(limit)))
    }

    /// Returns a list such as "a, b, c", with the separator of the first items in front of the last one too.
    func enumeration(_ items: some Collection<String>) -> String {
        items.joined(separator: conventions.lists.middle)
    }

    /// Returns the components' names.
    func names(of components: some Sequence<Component.Index>) -> [String] {
        components.map { isolated(self.components[$0]) }
    }

    /// Returns a name for use within a sentence, isolated from the text around it if the language is written from right
    /// to left.
    ///
    /// Otherwise, "3-D Secure" would begin with its D. The characters are those of UAX #9, §2.4.
    func isolated(_ name: String) -> String {
        conventions.isRightToLeft ? "\u{2068}\(name)\u{2069}" : name
    }

    /// Returns an objective as a percentage, such as "99.95%".
    func share(_ target: Target) -> String {
        let (whole, rest) = target.millionths.quotientAndRemainder(dividingBy: 10_000)
        var digits = String(10_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return conventions.numbers.percentage("\(whole)\(digits.isEmpty ? "" : "." + digits)")
    }

    /// Returns an uptime as a percentage, such as "99.96%", or a note that there is no data.
    ///
    /// - Parameter target: the objective next to it, which decides the number of decimals.
    func share(_ uptime: Uptime, beside target: Target? = nil) -> String {
        uptime.observedSeconds > 0 ? share(uptime.text(beside: target)) : text.uptimeNoData
    }

    /// Returns a percentage in the language's form.
    ///
    /// - Parameter percentage: the percentage as programs write it, such as "99.96%".
    func share(_ percentage: String) -> String {
        conventions.numbers.percentage(String(percentage.prefix { $0 != "%" }))
    }

    /// Returns a number with its thousands separated, such as "12,345".
    func grouped(_ number: Int) -> String { conventions.numbers.grouped(number) }
}
