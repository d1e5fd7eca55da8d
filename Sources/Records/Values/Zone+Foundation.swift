import Foundation
public import StatusModel

extension Zone {
    /// Makes the zone with an IANA name; `nil` if there is none.
    ///
    /// The rules come from Foundation's data, and are copied into a list of changes, so that everything else is
    /// arithmetic. The data is sampled every two weeks of the years that records may have, since every zone keeps an
    /// offset for longer than that.
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
    /// Makes the zone with a name in any case, or with the name of its city alone.
    init?(named name: String) {
        guard let identifier = Zone.identifiers(named: name).first else { return nil }
        self.init(identifier: identifier)
    }

    /// Returns the names in the IANA database that end in the city, in any case and with spaces or `_`.
    static func identifiers(named name: String) -> [String] {
        let name = name.folded.split(separator: " ").joined(separator: "_")
        return identifiers.filter { identifier in
            let known = identifier.folded
            return known == name || known.hasSuffix("/" + name)
        }
    }

    /// The names of places in the IANA database.
    static var identifiers: [String] {
        TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.sorted()
    }
}

extension TimeZone {
    fileprivate func offset(at seconds: Int) -> Int {
        secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}
