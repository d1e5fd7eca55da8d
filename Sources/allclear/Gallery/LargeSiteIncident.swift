import Diagnostics
import StatusModel

/// One of the incidents of a ``LargeSite``.
struct LargeSiteIncident {
    private let number: Int
    private let startedAt: Instant
    /// The duration in minutes; `nil` if the incident is open.
    private let minutes: Int?
    private let kind: Kind
    private let service: Int
    private let places: [Int]
    private let cause: String

    /// - Parameter number: the incident's place in chronological order, from 0.
    init(_ number: Int, of site: LargeSite, at now: Instant) {
        var lots = Lots(seed: number)
        let age = site.incidentCount - number
        let isOpen = age <= site.openCount
        let spacing = site.dayCount * 1_440 / site.incidentCount
        let minutesAgo = isOpen ? age * 47 : age * spacing - lots.draw(from: spacing / 2)
        self.number = number
        startedAt = now - minutesAgo * 60
        kind = Self.kinds[lots.draw(from: Self.kinds.count)]
        // One in twenty takes most of a day.
        let length = kind.shortest + lots.draw(from: 90)
        minutes = isOpen ? nil : lots.draw(from: 20) == 0 ? length * 5 : length
        service = lots.draw(from: LargeSite.services.count)
        let first = lots.draw(from: site.placeCount)
        places = (0..<kind.placeCount).map { (first + $0) % site.placeCount }
        cause = Self.causes[lots.draw(from: Self.causes.count)]
    }
}

extension LargeSiteIncident {
    /// The incident's record.
    var file: SourceFile {
        let day = startedAt.description.prefix(10)
        return SourceFile(path: "incidents/\(day)-\(number).md", text: frontMatter + updates + postMortem)
    }
}

private extension LargeSiteIncident {
    /// The properties of incidents of a severity.
    struct Kind {
        let severity: String
        let symptom: String
        let placeCount: Int
        /// The shortest duration, in minutes.
        let shortest: Int
    }

    /// Each with its relative frequency.
    static let kinds = [
        (2, Kind(severity: "SEV-1", symptom: "no answer", placeCount: 4, shortest: 25)),
        (7, Kind(severity: "SEV-2", symptom: "some errors", placeCount: 2, shortest: 20)),
        (10, Kind(severity: "SEV-3", symptom: "slow answers", placeCount: 1, shortest: 15)),
        (1, Kind(severity: "SEV-4", symptom: "odd log lines", placeCount: 1, shortest: 30)),
    ].flatMap { [Kind](repeating: $1, count: $0) }

    static let causes = [
        "A release", "A full disk", "A certificate", "A lost route", "A slow query", "A full cache",
    ]

    var title: String {
        let name = "\(LargeSite.services[service]) – \(kind.symptom)"
        return places.count == 1
            ? "\(name) in \(LargeSite.places[places[0]])" : "\(name) in \(places.count) places"
    }

    var frontMatter: String {
        """
        ---
        title: \(title)
        severity: \(kind.severity)
        components: [\(places.map { LargeSite.id(of: service, at: $0) }.joined(separator: ", "))]
        started: \(startedAt)
        detected: \(startedAt + 120)
        acknowledged: \(startedAt + 240)
        ---


        """
    }

    var updates: String {
        let found = startedAt + 300
        let first = "[INVESTIGATING \(written(found))] We are looking for the cause.\n"
        guard let minutes else { return first + "Next update: 3h\n" }
        let rest = [
            ("IDENTIFIED", found + (minutes - 5) * 20, "\(cause) is the cause."),
            ("RESOLVED", startedAt + minutes * 60, "It works again."),
        ]
        return first + rest.map { "\n[\($0) \(written($1))] \($2)\n" }.joined()
    }

    /// The text of a post-mortem, which only the worst incidents have.
    var postMortem: String {
        guard let minutes, kind.severity == "SEV-1" else { return "" }
        return """

            # Post-mortem
            Published: \((startedAt + 3 * 86_400).description.prefix(10))

            ## Summary
            For \(minutes) minutes nobody reached what runs in \(places.count) places.

            ## Root cause
            \(cause) that nobody watched.

            ## Action items
            - [x] Watch it (Owner: Platform team, Due: \((startedAt + 14 * 86_400).description.prefix(10)))

            """
    }

    /// Returns the instant in a form such as `2026-05-20 10:07 UTC`.
    func written(_ instant: Instant) -> String {
        let text = instant.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}

/// Random numbers that are the same in every build: SplitMix64 by Steele, Lea and Flood (OOPSLA 2014).
private struct Lots {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(seed)
    }

    /// Returns a number from 0 to below `count`.
    mutating func draw(from count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}
