import Diagnostics
import StatusModel

extension StatusPage {
    /// Reads the part under `site:`.
    init?(readingSite value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        let keys = [
            "title", "url", "time_zone", "language", "since", "target", "brand", "links", "business_hours",
            "policy_review",
        ]
        guard let map = MappingReader(value, subject: "`site`", keys: keys, into: &diagnostics) else {
            return nil
        }
        let title = map.requiredText(
            "title",
            hint: "write what the page is called: `title: Example Status`",
            into: &diagnostics
        )
        let url = StatusPage.address(in: map, into: &diagnostics)
        let zone = StatusPage.zone(in: map, into: &diagnostics)
        self.init(title: title ?? "", url: url ?? "", zone: zone)
        language = StatusPage.language(in: map, into: &diagnostics)
        since = map.day("since", into: &diagnostics).map(zone.start(of:))
        target = map.target("target", into: &diagnostics)
        brand = map.value("brand").flatMap { Brand(reading: $0, into: &diagnostics) } ?? Brand()
        links = map.values("links").compactMap { Link(reading: $0, into: &diagnostics) }
        businessHours = map.value("business_hours").flatMap { BusinessHours(reading: $0, into: &diagnostics) }
        policyReview = map.value("policy_review").flatMap { PolicyReview(reading: $0, into: &diagnostics) }
    }
}

private extension StatusPage {
    static func address(in map: MappingReader, into diagnostics: inout [Diagnostic]) -> String? {
        let hint = "write the address that the site is published at: `url: https://status.example.com`"
        guard let text = map.requiredText("url", hint: hint, into: &diagnostics) else { return nil }
        let isWeb = isSafeAddress(text) && !text.lowercased().hasPrefix("mailto:")
        guard isWeb, !text.contains(where: { "?#\"<>".contains($0) }) else {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .invalidValue,
                    "`\(text)` is no address of a site",
                    at: map.value("url")?.location ?? map.location,
                    hint: hint
                )
            )
            return nil
        }
        return String(text.reversed().drop { $0 == "/" }.reversed())
    }

    static func zone(in map: MappingReader, into diagnostics: inout [Diagnostic]) -> Zone {
        guard let value = map.value("time_zone"),
            let name = value.text(named: "time_zone", into: &diagnostics)
        else {
            return .utc
        }
        if let zone = Zone(identifier: name) { return zone }
        diagnostics.append(
            Diagnostic(
                .error,
                .unknownTimeZone,
                "there is no time zone `\(name)`",
                at: value.location,
                hint: "write a name of the IANA time zone database, as in `Europe/Berlin`, or `UTC`"
            )
        )
        return .utc
    }

    static func language(in map: MappingReader, into diagnostics: inout [Diagnostic]) -> String {
        guard let value = map.value("language"), let tag = value.text(named: "language", into: &diagnostics)
        else {
            return "en"
        }
        let isTag =
            tag.utf8.count <= 35
            && tag.split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
                (1...8).contains($0.utf8.count)
                    && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        if isTag { return tag }
        diagnostics.append(
            Diagnostic(
                .error,
                .invalidValue,
                "`\(tag)` is no language",
                at: value.location,
                hint: "write a language tag, as in `en` or `pt-BR`"
            )
        )
        return "en"
    }
}

extension StatusPage.Link {
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        let hint = "write `{text: Support, url: https://example.com/help}`"
        guard let map = MappingReader(value, subject: "a link", keys: ["text", "url"], into: &diagnostics),
            let text = map.requiredText("text", hint: hint, into: &diagnostics),
            let url = map.requiredText("url", hint: hint, into: &diagnostics)
        else { return nil }
        guard isSafeAddress(url) else {
            diagnostics.append(unsafeAddress(url, at: map.value("url")?.location ?? value.location))
            return nil
        }
        self.init(text: text, url: url)
    }
}

/// What is said of an address that no link may carry.
func unsafeAddress(_ url: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error,
        .unsafeLink,
        "`\(url)` is no address of a web page or mailbox",
        at: location,
        hint: "write an absolute address that begins with `https://`, `http://` or `mailto:`"
    )
}

extension StatusPage.Brand {
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        guard let map = MappingReader(value, subject: "`brand`", keys: ["color", "logo"], into: &diagnostics)
        else {
            return nil
        }
        self.init()
        if let text = map.text("color", into: &diagnostics) {
            color = Self.color(text)
            if color == nil {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .invalidValue,
                        "`\(text)` is no colour",
                        at: map.value("color")?.location ?? map.location,
                        hint: "write it between quotes as in `\"#0b57d0\"`"
                    )
                )
            }
        }
        if let path = map.text("logo", into: &diagnostics) {
            logo = Self.logo(path)
            if logo == nil {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .invalidValue,
                        "`\(path)` is not in `static/`",
                        at: map.value("logo")?.location ?? map.location,
                        hint: "put the logo in `static/` and write its path: `logo: static/logo.svg`"
                    )
                )
            }
        }
    }

    /// `#rgb` or `#rrggbb` as `#rrggbb` in lower case.
    private static func color(_ text: String) -> String? {
        let digits = text.dropFirst().lowercased()
        guard text.first == "#", digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        switch digits.utf8.count {
        case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
        case 6: return "#" + digits
        default: return nil
        }
    }

    /// The path in the output of a file in `static/`.
    private static func logo(_ path: String) -> String? {
        guard path.hasPrefix("static/"), !path.split(separator: "/").contains("..") else { return nil }
        return String(path.dropFirst("static/".count))
    }
}

extension StatusPage.PolicyReview {
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        let hint = "write `{last: 2026-01-02, every: 90d}`"
        guard
            let map = MappingReader(
                value,
                subject: "`policy_review`",
                keys: ["last", "every"],
                into: &diagnostics
            )
        else {
            return nil
        }
        for key in ["last", "every"] where !map.has(key) {
            map.reportMissing(key, hint: hint, into: &diagnostics)
        }
        guard let last = map.day("last", into: &diagnostics),
            let every = map.duration("every", into: &diagnostics)
        else { return nil }
        self.init(lastOn: last, every: every)
    }
}

extension BusinessHours {
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        let keys = ["days", "from", "until"]
        let hint = "write `{days: mon-fri, from: \"09:00\", until: \"17:00\"}`"
        guard let map = MappingReader(value, subject: "`business_hours`", keys: keys, into: &diagnostics)
        else { return nil }
        for key in keys where !map.has(key) { map.reportMissing(key, hint: hint, into: &diagnostics) }
        let days = map.texts("days", into: &diagnostics).compactMap { text -> Set<Int>? in
            let days = Self.weekdays(text)
            if days == nil {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .invalidValue,
                        "`\(text)` names no days of the week",
                        at: map.value("days")?.location ?? map.location,
                        hint: "write a range or a list, as in `mon-fri` or `[mon, wed, fri]`"
                    )
                )
            }
            return days
        }
        guard let from = Self.time("from", in: map, into: &diagnostics),
            let until = Self.time("until", in: map, into: &diagnostics), !days.isEmpty
        else { return nil }
        guard from < until else {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .invalidValue,
                    "business hours end after they begin",
                    at: map.value("until")?.location ?? map.location,
                    hint: hint
                )
            )
            return nil
        }
        self.init(weekdays: days.reduce(into: []) { $0.formUnion($1) }, from: from, until: until)
    }

    private static func time(_ key: String, in map: MappingReader, into diagnostics: inout [Diagnostic])
        -> TimeOfDay?
    {
        guard let value = map.value(key), let text = value.text(named: key, into: &diagnostics) else {
            return nil
        }
        if let time = TimeOfDay(text) { return time }
        diagnostics.append(
            Diagnostic(
                .error,
                .invalidTime,
                "`\(text)` is no time of day",
                at: value.location,
                hint: "write it as in `\"09:00\"`"
            )
        )
        return nil
    }

    /// The days of `mon`, `mon-fri` or `sat, sun`.
    private static func weekdays(_ text: String) -> Set<Int>? {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        var days: Set<Int> = []
        for part in text.folded.split(separator: ",") {
            let ends = part.split(separator: "-").map(\.trimmed).map { word in
                names.firstIndex { $0.hasPrefix(word) && word.utf8.count >= 3 }
            }
            switch ends.count {
            case 1:
                guard let day = ends[0] else { return nil }
                days.insert(day)
            case 2:
                guard let first = ends[0], let last = ends[1] else { return nil }
                days.formUnion(first <= last ? Array(first...last) : Array(first...6) + Array(0...last))
            default: return nil
            }
        }
        return days.isEmpty ? nil : days
    }
}
