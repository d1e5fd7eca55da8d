import Foundation
public import StatusModel

extension Zone {
    /// The zone of an IANA name, or nothing where there is none of that name.
    ///
    /// The rules come from the data that Foundation carries, and are copied into a list of changes, so
    /// that all else is arithmetic. They are asked for every second week of the years that records may
    /// have: no zone keeps an offset for a shorter time.
    public init?(identifier: String) {
        if identifier == "UTC" || identifier == "Etc/UTC" || identifier == "GMT" {
            self = Zone(name: "UTC", offset: 0)
            return
        }
        guard identifier.contains("/"), let rules = TimeZone(identifier: identifier) else { return nil }
        let fortnight = 14 * 86_400
        var offset = rules.offset(at: 0)
        let first = offset
        var changes: [Change] = []
        for start in stride(from: 0, to: 4_102_444_800, by: fortnight) {
            let next = rules.offset(at: start + fortnight)
            guard next != offset else { continue }
            var (low, high) = (start, start + fortnight)
            while high - low > 1 {
                let middle = (low + high) / 2
                if rules.offset(at: middle) == offset { low = middle } else { high = middle }
            }
            changes.append(Change(at: Instant(seconds: high), offset: next))
            offset = next
        }
        self.init(name: identifier, offset: first, changes: changes)
    }
}

extension Zone {
    /// The zone of a name in any case, or of its city alone.
    init?(named name: String) {
        guard let identifier = Zone.identifiers(named: name).first else { return nil }
        self.init(identifier: identifier)
    }

    /// The names of the IANA database that end in the city, in any case and with blanks or `_`.
    static func identifiers(named name: String) -> [String] {
        let name = name.folded.split(separator: " ").joined(separator: "_")
        return identifiers.filter { identifier in
            let known = identifier.folded
            return known == name || known.hasSuffix("/" + name)
        }
    }

    /// The names of the IANA database that are those of places.
    static var identifiers: [String] {
        TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.sorted()
    }
}

extension TimeZone {
    fileprivate func offset(at seconds: Int) -> Int {
        secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}
