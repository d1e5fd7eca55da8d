import StatusModel

/// `<time>` elements: a text for readers in the site's zone, and the instant itself for programs.
///
/// The script rewrites an instant in the reader's zone. It cannot infer the form of the text, so an attribute states
/// it: `data-clock` if the text is only the time, `data-to` if it is a span.
extension Localizer {
    /// Returns HTML of an instant with its date.
    func element(_ instant: Instant, age: ShownAge = .none) -> HTML {
        element(instant, dateAndTime(instant), age: age)
    }

    /// Returns HTML of an instant with this text, which includes its date.
    func element(_ instant: Instant, _ text: String, age: ShownAge = .none) -> HTML {
        "<time datetime=\"\(instant)\"\(age.attribute)\(offset(at: instant))>\(text)</time>"
    }

    /// Returns HTML of an instant, without its date if the reader knows that.
    func element(_ instant: Instant, on known: Day?, age: ShownAge = .none) -> HTML {
        guard known == zone.day(of: instant) else { return element(instant, age: age) }
        let text = time(instant)
        return "<time datetime=\"\(instant)\" data-clock\(age.attribute)\(offset(at: instant))>\(text)</time>"
    }

    /// Returns HTML of the time between two instants.
    func element(from: Instant, to: Instant) -> HTML {
        let text = span(from: from, to: to)
        return "<time datetime=\"\(from)\" data-to=\"\(to)\"\(offset(at: to))>\(text)</time>"
    }

    /// Returns an attribute that shows the zone's offset, such as UTC+4, as a tooltip, if the zone has no common
    /// abbreviation.
    private func offset(at instant: Instant) -> HTML {
        zoneName(at: instant) == nil ? " title=\"\(zone.label(at: instant))\"" : ""
    }

    /// Returns HTML of a day, which is in the site's zone wherever the reader is.
    func element(_ day: Day) -> HTML { "<time datetime=\"\(day)\">\(date(day))</time>" }
}

/// Whether the script adds to a time how long ago it was, or how long it is until then.
enum ShownAge {
    case none, past
    /// Nothing is added once the time has passed.
    case toCome

    fileprivate var attribute: HTML {
        switch self {
        case .none: ""
        case .past: " data-age"
        case .toCome: " data-age=\"to\""
        }
    }
}
