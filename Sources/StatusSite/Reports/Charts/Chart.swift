/// A picture of figures that are next to it in words and tables.
///
/// Horizontal places are in percent of the width, and vertical places and text in pixels, so that a chart is as wide as
/// the page and its words stay legible on a phone. Only the style sheet sets colors.
protocol Chart: Sendable {
    /// The heading above it, if the section's heading is not sufficient; may be empty.
    var heading: String { get }
    /// Its name, for readers who cannot see it.
    var title: String { get }
    /// Its content in words and numbers.
    var summary: String { get }
    /// An explanation below it, in a sentence; may be empty.
    var caption: String { get }
    /// Its height in pixels.
    var height: Int { get }
    /// Its elements, as SVG.
    var body: HTML { get }
}

extension Chart {
    var heading: String { "" }

    /// The chart as a figure of a page.
    var html: HTML {
        "<figure class=\"chart\">" + (heading.isEmpty ? .empty : "<b>\(heading)</b>")
            + "<svg width=\"100%\" height=\"\(height)\" role=\"img\">"
            + "<title>\(title)</title><desc>\(summary)</desc>\(body)</svg>"
            + (caption.isEmpty ? "</figure>\n" : "<figcaption>\(caption)</figcaption></figure>\n")
    }
}

/// A share of a drawing's width in hundredths of a percent.
struct Across: Hashable, Sendable {
    let hundredths: Int

    init(hundredths: Int) {
        self.hundredths = hundredths
    }

    /// Makes the share that a part is of a whole, which is positive.
    init(_ part: Int, of whole: Int) {
        hundredths = part * 10_000 / whole
    }
}

extension Across: CustomStringConvertible {
    /// The share as a percentage, such as "12.5%".
    var description: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return "\(whole)%" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

/// The elements that charts are made of, as SVG.
enum ChartPart {
    /// The position of a text relative to its place.
    enum Anchor: String {
        case start, middle, end
    }

    /// Returns a text with its baseline at `y`.
    static func text(
        _ text: String,
        x: Across,
        dx: Int = 0,
        y: Int,
        anchor: Anchor = .start,
        class name: String = ""
    ) -> HTML {
        let shift: HTML = dx == 0 ? .empty : " dx=\"\(dx)\""
        let anchor: HTML = anchor == .start ? .empty : " text-anchor=\"\(anchor.rawValue)\""
        return "<text\(attribute(name)) x=\"\(x)\"\(shift) y=\"\(y)\"\(anchor)>\(text)</text>"
    }

    /// Returns a text below a place, which is turned upright on a narrow screen.
    static func turningText(_ text: String, x: Across, y: Int, class name: String) -> HTML {
        "<svg x=\"\(x)\" y=\"\(y)\" overflow=\"visible\"><text class=\"turning \(name)\">\(text)</text></svg>"
    }

    static func rect(x: Across, y: Int, width: Across, height: Int, class name: String = "") -> HTML {
        "<rect\(attribute(name)) x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
    }

    static func line(from x1: Across, _ y1: Int, to x2: Across, _ y2: Int, class name: String = "") -> HTML {
        "<line\(attribute(name)) x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>"
    }

    private static func attribute(_ name: String) -> HTML { name.isEmpty ? .empty : " class=\"\(name)\"" }
}
