import Verification

/// A figure of a built site, changed so that it is false.
struct PlantedLie: Sendable {
    let path: String
    let name: String
    let bytes: [UInt8]
    /// The kinds of figures of which one must not agree with it.
    let kinds: Set<Ledger.Kind>
}

/// By what rule lies are made: the text between two others is changed, evenly through the files in which they are.
struct LieRule: Sendable {
    let name: String
    let isFile: @Sendable (String) -> Bool
    let before: String
    let after: String
    let count: Int
    let change: @Sendable (String) -> String?
    var kinds: Set<Ledger.Kind> = []
}

extension LieRule {
    /// - Parameter path: a file, or the folder and the ending of several, as in `components/*.html`.
    init(
        _ path: String, _ before: String, _ after: String, _ count: Int,
        _ change: @escaping @Sendable (String) -> String? = LieRule.digit
    ) {
        name = "\(path): \(before)…"
        let parts = path.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        isFile = { $0 == path || parts.count == 2 && $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) }
        (self.before, self.after, self.count, self.change) = (before, after, count, change)
    }

    /// Another last digit: a second more, a hundredth of a percent more.
    @Sendable static func digit(_ text: String) -> String? {
        guard let place = text.lastIndex(where: { $0.isASCII && $0.isNumber }),
            let digit = text[place].wholeNumberValue
        else { return nil }
        return text.replacingCharacters(at: place, with: digit == 9 ? "8" : "\(digit + 1)")
    }

    /// Another digit of those that matter: the fourth behind the point.
    @Sendable static func ratio(_ text: String) -> String? {
        guard let point = text.firstIndex(of: ".") else { return digit(text) }
        return digit(String(text[...point] + text[point...].dropFirst().prefix(4))).map {
            $0 + text[point...].dropFirst(5)
        }
    }

    /// Another status or phase.
    @Sendable static func word(_ text: String) -> String? {
        let others = [
            "operational": "major_outage", "major_outage": "partial_outage",
            "partial_outage": "degraded_performance",
            "degraded_performance": "operational", "under_maintenance": "operational",
            "resolved": "monitoring",
            "monitoring": "resolved", "identified": "investigating", "investigating": "identified",
            "critical": "minor", "major": "minor", "minor": "none", "none": "minor",
            "postmortem": "monitoring",
            "completed": "in_progress", "scheduled": "completed", "partial": "degraded",
            "degraded": "operational",
            "maintenance": "operational", "CONFIRMED": "CANCELLED", "CANCELLED": "CONFIRMED",
        ]
        return others[text]
    }

    /// The opposite, or who else it could have been.
    @Sendable static func other(_ text: String) -> String? {
        ["true": "false", "false": "true", "alert": "customer", "customer": "alert", "partner": "staff"][text]
    }

    /// Other words.
    @Sendable static func longer(_ text: String) -> String? { text + "x" }

    /// Nothing.
    @Sendable static func gone(_ text: String) -> String? { "" }

    /// Another color.
    @Sendable static func color(_ text: String) -> String? { text == "327a52" ? "b31319" : "327a52" }
}

extension LieRule {
    /// The lies that the rule makes of a site.
    func lies(about files: [String: [UInt8]]) -> [PlantedLie] {
        var places: [(path: String, range: Range<Int>, text: String)] = []
        for path in files.keys.sorted() where isFile(path) {
            let bytes = files[path] ?? []
            let (start, end) = (Array(before.utf8), Array(after.utf8))
            var position = 0
            while let found = bytes.firstRange(of: start, from: position),
                let stop = bytes.firstRange(of: end, from: found.upperBound)
            {
                let range = found.upperBound..<stop.lowerBound
                let text = String(decoding: bytes[range], as: UTF8.self)
                // The ending may begin what comes next.
                position = max(found.upperBound, stop.lowerBound)
                if let changed = change(text), changed != text { places.append((path, range, changed)) }
            }
        }
        let step = max(1, places.count / count)
        return stride(from: 0, to: places.count, by: step).prefix(count).map { number in
            let place = places[number]
            var bytes = files[place.path] ?? []
            bytes.replaceSubrange(place.range, with: place.text.utf8)
            return PlantedLie(
                path: place.path, name: "\(name) no. \(number) in \(place.path)", bytes: bytes, kinds: kinds)
        }
    }

    /// All rules.
    static let all: [LieRule] = {
        let rules: [[LieRule]] = [
            statistics, api.noticed(by: .api, .updates), badges.noticed(by: .badges),
            feeds.noticed(by: .feeds), calendar.noticed(by: .calendar), reports.noticed(by: .reports),
            reportPages.noticed(by: .pages), pages.noticed(by: .pages), bars.noticed(by: .bars),
            updates.noticed(by: .updates), times.noticed(by: .pages),
        ]
        return rules.flatMap(\.self)
    }()

    private static let statistics: [LieRule] = {
        let file = "api/statistics.json"
        func number(
            _ key: String, _ count: Int, _ change: @escaping @Sendable (String) -> String? = digit
        ) -> LieRule {
            LieRule(file, "\"\(key)\":", ",\"", count, change)
        }
        func text(_ key: String, _ count: Int, _ change: @escaping @Sendable (String) -> String? = digit)
            -> LieRule
        {
            LieRule(file, "\"\(key)\":\"", "\"", count, change)
        }
        let uptime = [
            number("observed_seconds", 6), number("downtime_seconds", 6), number("maintenance_seconds", 4),
            number("affected_seconds", 4), number("mtbf_seconds", 4), number("degraded_seconds", 4),
            number("outages", 3), number("longest_seconds", 2), text("longest_to", 1), text("text", 6),
            LieRule(file, "Z\",\"days\":", ",\"", 2), LieRule(file, "\"uptime\":", ",\"", 6, ratio),
        ]
        let budgets = [
            number("budget_seconds", 4), LieRule(file, "\"burn_rate\":", "}", 4, ratio),
            text("runs_out_at", 2),
            LieRule(file, "Z\",\"target\":", ",\"uptime\"", 3) { $0.count < 9 ? digit($0) : nil },
        ]
        let responses = [
            number("time_to_restore", 2), number("time_to_detect", 2), number("n", 4), number("mean", 4),
            number("median", 4), LieRule(file, "\"p90\":", "}", 4),
            number("incidents", 3), number("open", 3), LieRule(file, "\"n_from_first_update\":", "}", 3),
            LieRule(file, "\"detected_by_share\":{\"alert\":", ",", 2, ratio), text("severity", 2),
            text("detected_by", 2, other), LieRule(file, "\"by_weekday\":[", "]", 1),
            LieRule(file, "\"by_hour\":[", "]", 1), LieRule(file, "\"reopened\":", ",\"", 4) { digit($0) },
        ]
        let incidents = [
            text("started_at", 3), text("detected_at", 2), text("acknowledged_at", 2), text("noticed_at", 2),
            text("identified_at", 2), text("mitigated_at", 2), text("restored_at", 2), text("resolved_at", 2),
            text("first_record_at", 1),
            LieRule(file, "\"start_is_stated\":", ",", 1, other),
        ]
        let spans = [
            number("weight", 3) { _ in "0.25" }, number("partial_outage", 1),
            text("incident", 2),
        ]
        let rest = [
            text("from", 5), text("to", 4), text("status", 5, word), text("now", 1),
            text("since", 2), text("worst", 4, word), text("period", 3), number("time_affected", 3),
        ]
        let rules: [[LieRule]] = [
            uptime.noticed(by: .uptime, .days, .incidents), budgets.noticed(by: .budgets),
            responses.noticed(by: .responses), incidents.noticed(by: .incidents, .updates),
            spans.noticed(by: .spans),
            [text("indicator", 1, word), text("description", 1, longer)].noticed(by: .statuses),
            [text("date", 3), LieRule(file, "\"incidents\":[\"", "\"", 3)].noticed(by: .days),
            [text("announced_at", 1), text("phase", 3, word)].noticed(by: .updates, .api),
            [LieRule(file, "\"reopened\":", ",\"", 2, other)].noticed(by: .updates),
            [text("title", 2, longer)].noticed(by: .pages, .api),
            [text("next_change_at", 1) { _ in "2027-01-01T00:00:00Z" }].noticed(by: .pages),
            rest.noticed(by: .uptime, .days, .statuses, .spans, .incidents, .responses, .maintenance),
            // When a window to come ends is on pages alone.
            [text("until", 4)].noticed(
                by: .uptime, .days, .statuses, .spans, .incidents, .responses, .maintenance, .pages),
        ]
        return rules.flatMap(\.self)
    }()

    private static let api: [LieRule] = {
        let incidents = "api/v2/incidents/*.json"
        func text(
            _ file: String, _ key: String, _ count: Int, _ change: @escaping @Sendable (String) -> String?
        )
            -> LieRule
        {
            LieRule(file, "\"\(key)\":\"", "\"", count, change)
        }
        // Milliseconds end them: the digit before counts seconds.
        let later: @Sendable (String) -> String? = { time in
            digit(String(time.dropLast(5))).map { $0 + time.suffix(5) }
        }
        return [
            text("api/v2/status.json", "description", 1, longer),
            text("api/v2/status.json", "indicator", 1, word),
            text("api/v2/components.json", "status", 3, word), text("api/v2/summary.json", "status", 3, word),
            text("api/v2/incidents.json", "created_at", 3, later),
            text("api/v2/incidents.json", "name", 2, longer),
            text(incidents, "created_at", 5, later), text(incidents, "updated_at", 5, later),
            text(incidents, "display_at", 3, later), text(incidents, "started_at", 3, later),
            text(incidents, "resolved_at", 3, later), text(incidents, "monitoring_at", 2, later),
            text(incidents, "impact", 3, word), text(incidents, "status", 4, word),
            text(incidents, "shortlink", 2, longer),
            text("api/v2/scheduled-maintenances.json", "started_at", 2, later),
            text("api/v2/scheduled-maintenances.json", "created_at", 2, later),
            text("api/v2/scheduled-maintenances.json", "resolved_at", 2, later),
            text("api/v2/scheduled-maintenances.json", "status", 2, word),
        ]
    }()

    private static let badges = [
        LieRule("badges/uptime/*.json", "\"message\":\"", " ", 3),
        LieRule("badges/*.json", "\"color\":\"#", "\"", 3, color),
        LieRule("badges/*.svg", "\" height=\"20\" fill=\"#", "\"", 2) { $0 == "555" ? nil : color($0) },
        LieRule("badges/uptime/*.svg", "<title>", "<", 2, longer),
        LieRule("badges/*.json", "\"message\":\"", "\"", 2, longer),
        LieRule("uptime.json", "\"message\":\"", " ", 1),
        LieRule("status.json", "\"color\":\"#", "\"", 1, color),
    ]

    private static let feeds = [
        LieRule("feed.json", "\"date_published\":\"", "\"", 3),
        LieRule("feed.json", "\"title\":\"", "\"", 3, longer),
        LieRule("feed.json", "\"url\":\"", "\"", 2), LieRule("feed.xml", "<pubDate>", "</pubDate>", 3),
        LieRule("feed.xml", "<item>", "</item>", 1, gone), LieRule("atom.xml", "<published>", "<", 3),
        LieRule("atom.xml", "<entry>", "</entry>", 1, gone),
        LieRule("atom.xml", "<title>", "</title>\n<updated>", 2, longer),
        LieRule("history.rss", "<link>", "</link>", 2),
        LieRule("components/*.xml", "<item>", "</item>", 2, gone),
        LieRule("components/*.xml", "<pubDate>", "</pubDate>", 2),
        LieRule("groups/*.xml", "<item>", "</item>", 1, gone),
        LieRule("feed.xml", "<lastBuildDate>", " GMT", 1),
        LieRule("atom.xml", "</subtitle>\n<updated>", "<", 1),
        LieRule("groups/*.xml", "<lastBuildDate>", " GMT", 1),
    ]

    private static let calendar = [
        LieRule("calendar.ics", "DTSTART:", "Z", 2),
        LieRule("calendar.ics", "STATUS:", "\r", 1, word),
        LieRule("calendar.ics", "SEQUENCE:", "\r", 1),
        LieRule("calendar.ics", "DTSTAMP:", "Z", 1),
        LieRule("calendar.ics", "BEGIN:VEVENT", "END:VEVENT", 1, gone),
    ]

    private static let reports = [
        LieRule("reports/*.csv", ",seconds,", "\r", 8),
        LieRule("reports/*.csv", ",count,", "\r", 6) { digit($0) },
        LieRule("reports/*.csv", ",ratio,", "\r", 4, ratio), LieRule("reports/*.csv", ",percent,", "\r", 4),
        LieRule("reports/*.csv", "budget,", "\r", 2, digit), LieRule("reports/*.csv", ",instant,", "\r", 2),
    ]

    private static let reportPages = [
        LieRule("reports/*.html", "<dd class=\"value\">", "<", 2) { text in
            text.contains("%") ? digit(text) : nil
        },
        LieRule("reports/*.html", "</a></th><td>", "<", 4) { $0.contains("%") ? digit($0) : nil },
        LieRule("reports/*.html", "%</td><td class=\"wide\">", "<", 4),
        LieRule("reports/*.html", "</a></th><td>", "<span class=\"also\">runs out", 2),
        LieRule("reports/*.html", "<span class=\"also\">runs out", " UTC", 2),
        LieRule("reports/*.html", "<h1>", "</h1>", 1) { text in
            text.hasSuffix("missed") ? "All 8 objectives met" : nil
        },
        LieRule("reports/*.html", "missed its objective: ", ", objective", 1),
        LieRule("reports/*.html", "</dt><dd class=\"value\">", "<", 6) { $0.contains("%") ? nil : digit($0) },
        objective(digit), objective { $0.hasSuffix("%") ? $0 + ", missed" : nil },
        objective { $0.hasSuffix(", missed") ? $0.replacing(", missed", with: "") : nil },
    ]

    /// A lie about the objective of a component, in the table on uptime.
    private static func objective(_ change: @escaping @Sendable (String) -> String?) -> LieRule {
        LieRule("reports/*.html", "</a></th><td>", "</td><td class=\"wide\">", 2) { text in
            let cells = text.split(separator: "</td><td>").map(String.init)
            guard cells.count == 2, cells[0].hasSuffix("%"), !cells[1].contains("<") else { return nil }
            return change(cells[1]).map { cells[0] + "</td><td>" + $0 }
        }
    }

    private static let pages = [
        LieRule("index.html", "<p class=\"row\">", "<li>", 1, gone),
        LieRule("incidents/*.html", "<h3>", "</time>", 4),
        LieRule("index.html", "<span class=\"figure\">", "%", 4),
        LieRule("index.html", "<span class=\"status ", "\"", 2, word),
        LieRule("index.html", "data-state=\"", "\"", 1, longer),
        LieRule("components/*.html", "<span class=\"figure\">", "%", 2),
        LieRule("components/*.html", "</th><td>", "%", 4),
        LieRule("components/*.html", "%</td><td>", "<", 3),
        LieRule("components/*.html", "data-to=\"", "\"", 3),
        LieRule("components/*.html", "<p class=\"facts\"><span>", "<", 3),
        LieRule("groups/*.html", "</th><td>", "%", 2), LieRule("groups/*.html", "data-to=\"", "\"", 1),
        LieRule("history/2026-*.html", "<time datetime=\"", "\"", 3),
        LieRule("history/2026-*.html", "</time><span>", "<", 2),
        LieRule("history/2026-*.html", "<ul class=\"list\">", "</ul>", 2, gone),
        LieRule("incidents/*.html", "<p class=\"lead\">", "</time>", 2) {
            digit(String($0.dropLast(4))).map { $0 + " UTC" }
        },
        LieRule("incidents/*.html", "<p class=\"lead\"><time datetime=\"", "\"", 3),
        LieRule("incidents/*.html", "data-to=\"", "\"", 2),
        LieRule("incidents/*.html", "<dd>", "</dd></div>", 3) { digit($0) },
        LieRule("incidents/*.html", "<h1>", "</h1>", 2, longer),
        LieRule("incidents/*.html", "</time>, ", ". <a ", 4) { $0.contains("<") ? nil : digit($0) },
        LieRule("incidents/*.html", "</b> <span>", "</span></p>", 4),
        LieRule("incidents/*.html", "<div class=\"lanes\">", "<p class=\"axis\">", 1, gone),
        LieRule("history.html", "</a> <span class=\"figure\">", "<", 6),
        LieRule("history.html", "</a> <span>", "<", 4),
        LieRule("history.html", "</span> <span class=\"figure\">", "<", 3),
        LieRule("history.html", "data-to=\"", "\"", 1),
        LieRule("history/component-*.html", "<time datetime=\"", "\"", 2),
        LieRule("history/2026.html", "<ul class=\"list\">", "</ul>", 1, gone),
        LieRule("reports.html", "<p class=\"remark\">", "</p>", 1),
        LieRule("reports.html", "<span>", "</span>", 3),
        LieRule("reports.html", "<span class=\"figure\">", "<", 3),
        LieRule("index.html", "<div class=\"banner ", "\"", 1, word),
        LieRule("index.html", "<h1><span class=\"state\"><svg class=\"mark ", "\"", 1, word),
        LieRule("index.html", "data-alone=\"", "\"", 1, longer),
        LieRule("index.html", "so far</span></span> ", "</h1>", 1, longer),
        LieRule("index.html", "<title>● ", "</title>", 1, longer),
        LieRule("index.html", "<meta name=\"description\" content=\"As of 20 Nov, 12:00 UTC: ", "\"", 1) {
            _ in
            "All systems are operational"
        },
        LieRule("embed.html", "<h1 class=\"state ", "\"", 1, word),
        LieRule("embed.html", "rel=\"noopener\">", "</a></h1>", 1, longer),
        LieRule("embed.html", "data-state=\"", "\"", 1, longer),
        LieRule("embed.html", "data-due=\"", "\"", 1),
        LieRule("index.html", "content=\"As of 20 Nov, ", " UTC", 1),
        LieRule("index.html", "outage, ", " so far", 1),
        LieRule("index.html", "<div class=\"group\">", "</span></div>", 2) {
            $0.contains(" 1 ") ? digit($0) : nil
        },
    ]

    private static let bars = [
        LieRule("index.html", "<path class=\"good\" d=\"", "\"", 2),
        LieRule("index.html", ".5 27V", "\"", 2),
        LieRule("index.html", "<path class=\"pale degraded\" d=\"", "\"", 2),
        LieRule("index.html", "#d-", "\"", 2),
        LieRule("components/*.html", "tabindex=\"-1\"><title>", ";", 3),
    ]

    private static let updates = [
        LieRule("incidents/*.html", "<h3>", "\" data-clock", 4)
    ]

    /// Times in words, on every page: another year, another minute.
    private static let times = ["index", "maintenance", "history", "incidents/*", "components/*"].flatMap {
        page in
        [
            LieRule("\(page).html", "Z\">", " UTC</time>", 3), LieRule("\(page).html", "Z\">", ", ", 3),
        ]
    }
}

extension [LieRule] {
    /// The same rules, of which each lie has to be noticed by one of these kinds of figures.
    fileprivate func noticed(by kinds: Ledger.Kind...) -> [LieRule] {
        map { rule in
            var rule = rule
            rule.kinds = Set(kinds)
            return rule
        }
    }
}

extension String {
    fileprivate func replacingCharacters(at place: Index, with text: String) -> String {
        self[..<place] + text + self[index(after: place)...]
    }
}

extension [UInt8] {
    fileprivate func firstRange(of wanted: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = wanted.first else { return nil }
        var place = start
        while place + wanted.count <= count {
            guard let next = self[place...].firstIndex(of: first), next + wanted.count <= count else {
                return nil
            }
            if self[next..<next + wanted.count].elementsEqual(wanted) { return next..<next + wanted.count }
            place = next + 1
        }
        return nil
    }
}
