/// Compares `calendar.ics` with maintenance.
struct CalendarCheck {
    let figures: Figures
    let files: any PublishedFiles

    func run(_ ledger: inout Ledger) {
        ledger.check(.calendar) { ledger throws(Unreadable) in
            // Long lines are folded: a line that begins with a space continues the one before (RFC 5545, 3.1).
            let text = try files.text(of: "calendar.ics").replacing("\r\n ", with: "")
            let events = text.split(separator: "BEGIN:VEVENT\r\n").dropFirst().map(properties)
            let known = Dictionary(
                events.map { (($0["URL"] ?? "") + ($0["RECURRENCE-ID"].map { " " + $0 } ?? ""), $0) }
            ) { first, _ in first }
            ledger.compare(
                .calendar, events.count - known.count, 0, at: "calendar.ics: duplicate events")
            for window in figures.claims.windows where !window.isOver {
                let isThere = known[address(of: window)] != nil
                ledger.compare(.calendar, isListed: isThere, at: "calendar.ics: `\(window.slug)`")
            }
            for window in figures.claims.windows {
                guard let event = known[address(of: window)] else { continue }
                if window.series == nil {
                    compare(event, window, &ledger)
                } else {
                    compare(event, window, among: known, &ledger)
                }
            }
            try compareChanges(known, &ledger)
        }
    }
}

extension CalendarCheck {
    fileprivate func address(of window: Claims.WindowClaim) -> String {
        figures.claims.address(of: window.slug)
    }

    fileprivate func compare(
        _ event: [String: String], _ window: Claims.WindowClaim, _ ledger: inout Ledger
    ) {
        let place = "calendar.ics, `\(window.slug)`"
        ledger.compare(.calendar, event["DTSTART"], Self.time(window.from), at: "\(place): DTSTART")
        let status = window.phase == "cancelled" ? "CANCELLED" : "CONFIRMED"
        ledger.compare(.calendar, event["STATUS"], status, at: "\(place): STATUS")
        // A window that was cancelled before it began has its planned end here.
        guard let until = window.until, until > window.from else { return }
        ledger.compare(.calendar, event["DTEND"], Self.time(until), at: "\(place): DTEND")
    }

    /// Checks that a window of a series is at the rule's time on its day, or has an event of its own.
    fileprivate func compare(
        _ rule: [String: String], _ window: Claims.WindowClaim, among events: [String: [String: String]],
        _ ledger: inout Ledger
    ) {
        let place = "calendar.ics, `\(window.slug)`"
        let day = window.slug.drop { $0 != "@" }.filter { $0 != "@" && $0 != "-" }
        let planned = day + (rule["DTSTART"] ?? "").dropFirst(8)
        let isLeftOut = rule["EXDATE"]?.split(separator: ",").contains { $0 == planned } ?? false
        ledger.compare(
            .calendar, isRight: !isLeftOut, found: rule["EXDATE"] ?? "", expected: "none for \(planned)",
            at: "\(place): EXDATE")
        let event = events[address(of: window) + " " + planned]
        let start = event.map { $0["DTSTART"] ?? "" } ?? planned
        ledger.compare(.calendar, start, local(window.from, like: start), at: "\(place): DTSTART")
        let status = window.phase == "cancelled" ? "CANCELLED" : "CONFIRMED"
        ledger.compare(.calendar, (event ?? rule)["STATUS"], status, at: "\(place): STATUS")
    }

    /// Returns an instant by the site's clocks, or in UTC if the other time is.
    private func local(_ instant: Int, like other: String) -> String {
        guard !other.hasSuffix("Z") else { return Self.time(instant) }
        let calendar = figures.claims.calendar
        let (hour, minute) = calendar.clock(at: instant)
        let day = Day.text(calendar.day(of: instant)).filter { $0 != "-" }
        return "\(day)T\(Plain.digits(hour, 2))\(Plain.digits(minute, 2))\(Plain.digits(instant % 60, 2))"
    }

    /// Compares how often an event was changed, and when last, for the windows that the API lists.
    fileprivate func compareChanges(
        _ events: [String: [String: String]], _ ledger: inout Ledger
    ) throws(Unreadable) {
        let windows = Dictionary(figures.claims.windows.map { (address(of: $0), $0) }) { first, _ in first }
        for json in try files.api("scheduled-maintenances").list("scheduled_maintenances") {
            let address = try json.text("shortlink")
            guard let event = events[address], let window = windows[address], event["RRULE"] == nil else {
                continue
            }
            let place = "calendar.ics, `\(try json.text("name"))`"
            // What the clock alone does is an update of the API, but not a change of the event. An update at the start
            // or the end may be either.
            let updates = try RecordTimes.Told(json).updates
            let written = updates.filter { update in
                (update.status != "in_progress" && update.status != "scheduled" || update.at != window.from)
                    && (update.status != "completed" || update.at != window.until)
            }
            let stamps = [updates.last?.at, written.last?.at ?? window.from].compactMap { $0 }.map(Self.time)
            let isStamped = stamps.contains(event["DTSTAMP"] ?? "")
            ledger.compare(
                .calendar, isRight: isStamped, found: event["DTSTAMP"] ?? "nothing",
                expected: stamps.last ?? "nothing", at: "\(place): DTSTAMP")
            let isCounted = (written.count...updates.count).contains(Int(event["SEQUENCE"] ?? "") ?? -1)
            ledger.compare(
                .calendar, isRight: isCounted, found: event["SEQUENCE"] ?? "nothing",
                expected: written.count == updates.count
                    ? "\(written.count)" : "\(written.count) to \(updates.count)",
                at: "\(place): SEQUENCE")
        }
    }

    /// Returns an event's properties, without their parameters.
    fileprivate func properties(of event: Substring) -> [String: String] {
        let lines = event.split(separator: "\r\n").map { $0.split(separator: ":", maxSplits: 1) }
        return Dictionary(
            lines.filter { $0.count == 2 }.map { (String($0[0].prefix { $0 != ";" }), String($0[1])) }
        ) { first, _ in first }
    }

    fileprivate static func time(_ instant: Int) -> String {
        Moment.text(instant).filter { $0 != "-" && $0 != ":" }
    }
}
