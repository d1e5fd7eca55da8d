import Reliability
import StatusModel

/// The lines at which an incident's phases began.
struct PhaseLines {
    private let bands: [Band]
    private let scale: TimeScale
    private let words: Localizer

    /// A stretch of time in one phase.
    private struct Band {
        let phase: Phase
        let range: TimeRange
    }

    init(of incident: IncidentFacts, on scale: TimeScale, _ words: Localizer) {
        var starts: [(phase: Phase, at: Instant)] = []
        for update in incident.record.updates where starts.last?.phase != update.phase {
            starts.append((update.phase, update.at))
        }
        let ends = starts.dropFirst().map(\.at) + [scale.range.to]
        bands = zip(starts, ends).map { Band(phase: $0.phase, range: TimeRange(from: $0.at, to: $1)) }
            .filter { !$0.range.isEmpty }
        self.scale = scale
        self.words = words
    }

    /// The drawing; empty for a record without updates, which has no phases.
    var svg: HTML {
        guard !bands.isEmpty else { return .empty }
        let drawn = bands.map { band -> HTML in
            let x = scale.percent(band.range.from)
            let label = words.label(of: band.phase)
            let line: HTML = "<line x1=\"\(x)\" x2=\"\(x)\" y2=\"100%\"/>"
            guard fits(label, in: band, ofWidth: 600) else { return line }
            let kind: HTML = fits(label, in: band, ofWidth: TextRoom.narrowest) ? .empty : " class=\"wide\""
            return line + "<text\(kind) x=\"\(x)\" dx=\"5\" y=\"14\">\(label)</text>"
        }
        return "<svg class=\"phases\" aria-hidden=\"true\">\(drawn.joined())</svg>"
    }

    /// Whether the label fits in a drawing of so many pixels.
    ///
    /// A label that fits only from 600 px on is hidden on narrower screens.
    private func fits(_ label: String, in band: Band, ofWidth width: Int) -> Bool {
        width * band.range.seconds > (TextRoom.width(of: label) + TextRoom.gap) * scale.range.seconds
    }
}

/// Places in a drawing as wide as the page, which shows a range of time.
struct TimeScale {
    /// The range that the drawing shows; not empty.
    let range: TimeRange

    /// Returns the rectangle of a step, which is visible even if the step took no time, also at the end.
    func rectangle(of step: Course.Step) -> HTML {
        let width = max(hundredths(of: step.range.seconds), 50)
        let place = min(hundredths(of: step.range.from - range.from), 10_000 - width)
        return "<rect class=\"\(Localizer.kind(of: step.status))\" x=\"\(text(place))\" "
            + "width=\"\(text(width))\" height=\"10\"/>"
    }

    func percent(_ instant: Instant) -> String { text(hundredths(of: instant - range.from)) }

    /// Returns the share of the drawing's width, in hundredths of a percent.
    private func hundredths(of seconds: Int) -> Int { seconds * 10_000 / range.seconds }

    private func text(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
