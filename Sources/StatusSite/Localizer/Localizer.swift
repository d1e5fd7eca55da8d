import Diagnostics
import Reliability
import StatusModel

/// The words, dates and numbers that pages are written in: the site's language, in its zone.
final class Localizer: Sendable {
    /// The language's phrases, as text.
    let text: Phrases<String>
    /// The language's phrases as HTML, to be filled with HTML.
    let html: Phrases<HTML>
    let conventions: Conventions
    let zone: Zone
    /// What people call the zone's time, by seconds ahead of UTC.
    let zoneNames: [Int: String]
    /// What the zone is called by, if its time has no such name; `nil` if it is no place's.
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
    /// As in "a, b and c".
    func list(_ items: [String]) -> String { conventions.lists.joined(items) }

    /// As in "a, b, c and 4 more": at most `limit` of them by name.
    func list(_ items: [String], atMost limit: Int) -> String {
        guard items.count > limit + 1 else { return list(items) }
        return text.listMore(items.count - limit, list: enumeration(items.prefix(limit)))
    }

    /// As in "a, b, c": with what stands between the first items of a list in front of the last too.
    func enumeration(_ items: some Collection<String>) -> String {
        items.joined(separator: conventions.lists.middle)
    }

    /// The components' names, in the order of the page.
    func names(of components: some Sequence<Component.Index>) -> [String] {
        components.map { isolated(self.components[$0]) }
    }

    /// A name within a sentence, in a language that is written from right to left kept apart from what is around it: else
    /// "3-D Secure" would begin with its D. The characters are those of UAX #9, §2.4.
    func isolated(_ name: String) -> String {
        conventions.isRightToLeft ? "\u{2068}\(name)\u{2069}" : name
    }

    /// As in "99.95%".
    func share(_ target: Target) -> String {
        let (whole, rest) = target.millionths.quotientAndRemainder(dividingBy: 10_000)
        var digits = String(10_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return conventions.numbers.percentage("\(whole)\(digits.isEmpty ? "" : "." + digits)")
    }

    /// As in "99.96%", or that there is no data.
    ///
    /// - Parameter target: the objective that it stands beside, which decides how many decimals it has.
    func share(_ uptime: Uptime, beside target: Target? = nil) -> String {
        uptime.observedSeconds > 0 ? share(uptime.text(beside: target)) : text.uptimeNoData
    }

    /// A percentage as programs write it, "99.96%", as the language has it.
    func share(_ percentage: String) -> String {
        conventions.numbers.percentage(String(percentage.prefix { $0 != "%" }))
    }

    /// A number with its thousands apart: "12,345".
    func grouped(_ number: Int) -> String { conventions.numbers.grouped(number) }
}
