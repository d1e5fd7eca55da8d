import StatusModel

/// A writer of iCalendar objects (RFC 5545), property by property.
struct CalendarWriter {
    /// The bytes written so far.
    private(set) var bytes: [UInt8] = []
}

extension CalendarWriter {
    /// The largest number of bytes in a line, without its end (3.1).
    private static let limit = 75

    /// Writes a component, such as an object or an event.
    mutating func component(_ name: StaticString, content: (inout CalendarWriter) -> Void) {
        property("BEGIN", "\(name)")
        content(&self)
        property("END", "\(name)")
    }

    /// Writes a property whose value is a text (3.3.11).
    mutating func property(_ name: String, text: String) {
        property(name, text.escapedForCalendars)
    }

    /// Writes a property whose value is an instant, in UTC (3.3.5).
    mutating func property(_ name: String, at instant: Instant) {
        property(name, instant.description.filter { $0 != "-" && $0 != ":" })
    }

    /// Writes a property whose values are local times in a zone (3.3.5).
    ///
    /// - Parameter zone: a zone that the object defines, or UTC.
    mutating func property(_ name: String, _ times: [(day: Day, time: TimeOfDay)], in zone: Zone) {
        let values = times.map { day, time in
            "\(day)T\(time.withSeconds)".filter { $0 != "-" && $0 != ":" } + (zone == .utc ? "Z" : "")
        }
        property(zone == .utc ? name : "\(name);TZID=\(zone.name)", values.joined(separator: ","))
    }

    /// Writes a property whose value needs no escapes, on as many lines as necessary (3.1).
    mutating func property(_ name: String, _ value: String) {
        var room = Self.limit
        for scalar in "\(name):\(value)".unicodeScalars {
            guard let character = UTF8.encode(scalar) else { continue }
            if character.count > room {
                bytes += "\r\n ".utf8
                room = Self.limit - 1
            }
            bytes += character
            room -= character.count
        }
        bytes += "\r\n".utf8
    }
}

extension String {
    /// The text as a TEXT value.
    ///
    /// A line feed becomes an escape, and control characters except tabs are left out, because RFC 5545 does not allow
    /// them.
    fileprivate var escapedForCalendars: String {
        var escaped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            case "\t": escaped.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}": continue
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
