import StatusModel

/// The file `calendar.ics`: maintenance for people's calendars (RFC 5545).
struct MaintenanceCalendar {
    let site: Site
}

extension MaintenanceCalendar {
    /// The number of windows that are kept after they are over.
    private static let limit = 50

    /// The calendar's bytes.
    ///
    /// They depend only on the records: two builds at different instants only differ if a window did.
    var bytes: [UInt8] {
        var calendar = CalendarWriter()
        calendar.component("VCALENDAR") { calendar in
            writeHead(to: &calendar)
            let series = site.page.recurring.compactMap { MaintenanceSeries(of: $0, in: site.page.zone) }
            let ranges = series.flatMap { $0.windows.map(\.range) }
            if let first = ranges.map(\.from).min(), let last = ranges.map(\.to).max() {
                calendar.define(site.page.zone, during: TimeRange(from: first, to: last))
            }
            for window in windows {
                calendar.component("VEVENT") { write(window, to: &$0) }
            }
            for series in series { write(series, to: &calendar) }
        }
        return calendar.bytes
    }
}

private extension MaintenanceCalendar {
    /// All windows that are not over, and the newest of the others, without the windows of series.
    var windows: [Record] {
        let isAlone = { (record: Record) in record.seriesWindow == nil }
        return (site.plannedMaintenance + site.runningMaintenance).filter(isAlone)
            + site.pastMaintenance.lazy.filter(isAlone).prefix(Self.limit)
    }

    func writeHead(to calendar: inout CalendarWriter) {
        calendar.property("VERSION", "2.0")
        calendar.property("PRODID", text: "-//Allclear//Maintenance//EN")
        // The name has had its own property since RFC 7986; programs also know it by the older one.
        for name in ["NAME", "X-WR-CALNAME"] {
            calendar.property(name, text: site.words.text.calendarTitle(site: site.page.title))
        }
        calendar.property("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
    }

    func write(_ record: Record, to event: inout CalendarWriter) {
        writeIdentity(of: record, to: &event)
        event.property("STATUS", record.phase(at: site.now) == .cancelled ? "CANCELLED" : "CONFIRMED")
        event.property("DTSTART", at: record.begins)
        // A window that began late may not have an end after its start yet.
        if record.shownEnd > record.begins { event.property("DTEND", at: record.shownEnd) }
        writeContent(of: record, to: &event)
    }

    func writeIdentity(of record: Record, to event: inout CalendarWriter) {
        let identity = site.page.identity
        event.property("UID", text: "\(record.firstSlug)@\(identity.host)\(identity.path)")
        // Without a method, this is when the event last changed (3.8.7.2).
        event.property("DTSTAMP", at: record.updates.last?.at ?? record.from)
        event.property("SEQUENCE", "\(record.updates.count)")
    }

    func writeContent(of record: Record, to event: inout CalendarWriter) {
        let page = site.page
        event.property("SUMMARY", text: record.title)
        event.property("DESCRIPTION", text: description(of: record))
        event.property("URL", page.address(of: record.pagePath))
        // The event does not make its readers' own time busy.
        event.property("TRANSP", "TRANSPARENT")
    }

    /// Writes the rule as one event, and an event for each window that departs from it (3.8.4.4).
    func write(_ series: MaintenanceSeries, to calendar: inout CalendarWriter) {
        let (rule, zone) = (series.rule, site.page.zone)
        calendar.component("VEVENT") { event in
            writeIdentity(of: series.record, to: &event)
            event.property("STATUS", "CONFIRMED")
            event.property("DTSTART", [(rule.firstDay, rule.from)], in: zone)
            event.property("DTEND", [(rule.firstDay.advanced(by: rule.nights), rule.until)], in: zone)
            event.property("RRULE", rule.asRecurrence(in: zone))
            if !series.exceptions.isEmpty {
                event.property("EXDATE", series.exceptions.map { ($0, rule.from) }, in: zone)
            }
            writeContent(of: series.announced, to: &event)
        }
        for window in series.departures {
            calendar.component("VEVENT") { event in
                writeIdentity(of: series.record, to: &event)
                event.property("RECURRENCE-ID", [(window.day, rule.from)], in: zone)
                event.property(
                    "STATUS", window.record.phase(at: site.now) == .cancelled ? "CANCELLED" : "CONFIRMED")
                event.property("DTSTART", at: window.range.from, in: zone)
                event.property("DTEND", at: window.range.to, in: zone)
                writeContent(of: window.record, to: &event)
            }
        }
    }

    /// Returns the subject, the affected components, and the latest update.
    func description(of record: Record) -> String {
        let words = site.words
        let components = record.maintenanceStatuses.map { change in
            words.text.calendarComponent(
                component: words.components[change.component],
                status: words.label(of: change.status)
            )
        }
        let update = record.updates.last.map { update in
            let heading = words.text.calendarUpdate(
                phase: words.label(of: update.phase),
                time: words.dateAndTime(update.at)
            )
            return update.prose.text.isEmpty ? heading : "\(heading)\n\(update.prose.text)"
        }
        return [record.summary.text, components.joined(separator: "\n"), update ?? ""]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
