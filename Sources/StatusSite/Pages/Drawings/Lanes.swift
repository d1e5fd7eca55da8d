import Reliability
import StatusModel

/// An incident's affected components over time, in the bands of its phases.
///
/// Places are given in percent of the width and text has its own size, so that the drawing is as wide as
/// the page and its words stay legible on a phone. What it shows stands beside it in words.
struct Lanes {
    private let words: Words
    private let range: TimeRange
    private let bands: [Band]
    private let effects: [HistoryEntry.Effect]
    private let isOpen: Bool

    /// A stretch of time in one phase.
    fileprivate struct Band {
        let phase: Phase
        let from: Instant
        let to: Instant
    }

    /// Nothing where the incident affected nothing, or lasted no time.
    init?(of incident: IncidentFacts, effects: [HistoryEntry.Effect], site: Site) {
        let last = effects.map(\.range.to).max() ?? incident.begins
        let range = TimeRange(from: incident.begins, to: max(incident.resolvedAt ?? site.now, last))
        guard !effects.isEmpty, !range.isEmpty else { return nil }
        (self.words, self.range, self.effects) = (site.words, range, effects)
        isOpen = incident.isOpen
        bands = Self.bands(of: incident, until: range.to)
    }
}

extension Lanes {
    /// The drawing, with its labels.
    var html: HTML {
        "<figure class=\"lanes\">\(phases)\(lanes)<p class=\"axis\">\(axis)</p></figure>"
    }
}

private extension Lanes {
    static func bands(of incident: IncidentFacts, until end: Instant) -> [Band] {
        var starts: [(phase: Phase, at: Instant)] = []
        for update in incident.record.updates where starts.last?.phase != update.phase {
            starts.append((update.phase, update.at))
        }
        let ends = starts.dropFirst().map(\.at) + [end]
        return zip(starts, ends).map { Band(phase: $0.phase, from: $0.at, to: $1) }.filter { $0.to > $0.from }
    }

    /// Nothing for a record without updates, which tells of no phase.
    var phases: HTML {
        guard !bands.isEmpty else { return .empty }
        let drawn = bands.map { band -> HTML in
            let x = percent(band.from)
            let label = words.label(of: band.phase)
            let line: HTML = "<line x1=\"\(x)\" x2=\"\(x)\" y2=\"24\"/>"
            guard fits(label, in: band, ofWidth: 600) else { return line }
            let kind: HTML = fits(label, in: band, ofWidth: TextRoom.narrowest) ? .empty : " class=\"wide\""
            return line + "<text\(kind) x=\"\(x)\" dx=\"5\" y=\"14\">\(label)</text>"
        }
        return
            "<svg class=\"phases\" width=\"100%\" height=\"24\" role=\"img\"><title>\(title)"
            + "</title>\(drawn.joined())</svg>"
    }

    var title: String {
        words.enumeration(
            bands.map { words.text.lanesPhase(phase: words.label(of: $0.phase), time: words.time($0.from)) }
        )
    }

    /// Whether the label has room in a drawing so many pixels wide. What has room from 600 px on is shown
    /// there alone.
    func fits(_ label: String, in band: Band, ofWidth width: Int) -> Bool {
        width * (band.to - band.from) > (TextRoom.width(of: label) + TextRoom.gap) * range.seconds
    }

    var lanes: HTML {
        Set(effects.map(\.component)).sorted().map { component -> HTML in
            let own = effects.filter { $0.component == component }
            let bars = own.map { effect -> HTML in
                // What lasted no time is seen too, at the end as well.
                let width = max(hundredths(of: effect.range.seconds), 50)
                let place = min(hundredths(of: effect.range.from - range.from), 10_000 - width)
                return "<rect class=\"\(Words.kind(of: effect.status))\" x=\"\(text(place))\" "
                    + "width=\"\(text(width))\" height=\"10\"/>"
            }
            let name = words.components[component]
            let account = inWords(own)
            return "<p><b>\(name)</b> \(account)</p><svg class=\"lane\" width=\"100%\" height=\"10\" "
                + "aria-hidden=\"true\"><rect width=\"100%\" height=\"10\"/>\(bars.joined())</svg>"
        }.joined()
    }

    /// As in "major outage 45 min, degraded performance 5 min".
    func inWords(_ effects: [HistoryEntry.Effect]) -> String {
        words.enumeration(
            effects.map {
                words.text.lanesStatus(
                    status: words.phrase(for: $0.status),
                    duration: words.duration($0.range.seconds)
                )
            }
        )
    }

    var axis: HTML {
        let day = words.zone.day(of: range.from)
        let end = words.time(range.to, on: day)
        let last = isOpen ? words.text.lanesStillOpen(time: end) : end
        return "<span>\(words.time(range.from))</span><span>\(last)</span>"
    }

    func percent(_ instant: Instant) -> String { text(hundredths(of: instant - range.from)) }

    /// The share of the drawing's width in hundredths of a percent.
    func hundredths(of seconds: Int) -> Int { seconds * 10_000 / range.seconds }

    func text(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
