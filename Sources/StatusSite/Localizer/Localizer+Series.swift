import Diagnostics
import StatusModel

/// Text about recurring maintenance.
extension Localizer {
    /// Returns the recurrence of a series, such as "every Sunday, 02:00–04:00 CET/CEST; next on 29 Nov".
    ///
    /// - Parameter next: the day of the next window; `nil` if there is no further window.
    func recurrence(of series: Series, next: Day?, now: Instant) -> String {
        guard let next else { return recurrence(of: series) }
        return text.maintenanceRecurs(
            date: date(next, asOf: now), rule: rule(of: series), times: times(of: series))
    }

    /// Returns the same without the next window.
    func recurrence(of series: Series) -> String {
        text.maintenanceRecurred(rule: rule(of: series), times: times(of: series))
    }

    /// Returns the same as HTML, with the day as a `<time>`.
    func recurrenceElement(of series: Series, next: Day?, now: Instant) -> HTML {
        let (rule, times) = (HTML(escaping: rule(of: series)), HTML(escaping: times(of: series)))
        guard let next else { return html.maintenanceRecurred(rule: rule, times: times) }
        let day: HTML = "<time datetime=\"\(next)\">\(date(next, asOf: now))</time>"
        return html.maintenanceRecurs(date: day, rule: rule, times: times)
    }
}

private extension Localizer {
    /// Returns the rule of a series, such as "every Sunday".
    func rule(of series: Series) -> String {
        switch series.rule.frequency {
        case .daily: text.maintenanceEveryDay
        case .everyWeeks(let weeks):
            weeks == 1
                ? text.maintenanceEveryWeek(weekday: weekday(series.rule.firstDay.weekday))
                : text.maintenanceEveryWeeks(weeks, weekday: weekday(series.rule.firstDay.weekday))
        case .monthly(let day): text.maintenanceMonthlyOnDay(day: conventions.numbers.plain(day))
        case .monthlyOn(let ordinal, let weekday): rule(ordinal, self.weekday(weekday))
        }
    }

    func rule(_ ordinal: Int, _ weekday: String) -> String {
        switch ordinal {
        case 1: text.maintenanceMonthlyOnFirst(weekday: weekday)
        case 2: text.maintenanceMonthlyOnSecond(weekday: weekday)
        case 3: text.maintenanceMonthlyOnThird(weekday: weekday)
        case 4: text.maintenanceMonthlyOnFourth(weekday: weekday)
        default: text.maintenanceMonthlyOnFifth(weekday: weekday)
        }
    }

    func times(of series: Series) -> String {
        clockSpan(from: series.rule.from, to: series.rule.until, at: series.windows.map(\.range.from))
    }

    func weekday(_ index: Int) -> String { conventions.dates.weekdays[index] }

    /// Returns a date such as "29 Nov", with the year if it is not the current one.
    func date(_ day: Day, asOf now: Instant) -> String {
        day.year == zone.day(of: now).year ? dayAndMonth(day) : date(day)
    }
}
