import StatusModel

/// `<time>` elements: a text for readers in the site's zone, and the instant itself for programs.
///
/// The script writes an instant anew in the reader's zone. It cannot tell from the text what form that has, so
/// an attribute does: `data-clock` where the text is the time alone, `data-to` where it is a span.
extension Localizer {
    /// HTML of an instant with its date.
    func element(_ instant: Instant, age: ShownAge = .none) -> HTML {
        element(instant, dateAndTime(instant), age: age)
    }

    /// HTML of an instant as this text, which has its date.
    func element(_ instant: Instant, _ text: String, age: ShownAge = .none) -> HTML {
        "<time datetime=\"\(instant)\"\(age.attribute)\(offset(at: instant))>\(text)</time>"
    }

    /// HTML of an instant, without its date where that is known to the reader.
    func element(_ instant: Instant, on known: Day?, age: ShownAge = .none) -> HTML {
        guard known == zone.day(of: instant) else { return element(instant, age: age) }
        let text = time(instant)
        return "<time datetime=\"\(instant)\" data-clock\(age.attribute)\(offset(at: instant))>\(text)</time>"
    }

    /// HTML of the time between two instants.
    func element(from: Instant, to: Instant) -> HTML {
        let text = span(from: from, to: to)
        return "<time datetime=\"\(from)\" data-to=\"\(to)\"\(offset(at: to))>\(text)</time>"
    }

    /// What a time says of its zone when it is pointed at, if the zone's name does not say it to all: as in UTC+4.
    private func offset(at instant: Instant) -> HTML {
        zoneName(at: instant) == nil ? " title=\"\(zone.label(at: instant))\"" : ""
    }

    /// HTML of a day, which is the site's wherever the reader is.
    func element(_ day: Day) -> HTML { "<time datetime=\"\(day)\">\(date(day))</time>" }
}

/// Whether the script says beside a time how long ago it was, or in how long it will be.
enum ShownAge {
    case none, past
    /// Once the time has passed, nothing is said any more.
    case toCome

    fileprivate var attribute: HTML {
        switch self {
        case .none: ""
        case .past: " data-age"
        case .toCome: " data-age=\"to\""
        }
    }
}
