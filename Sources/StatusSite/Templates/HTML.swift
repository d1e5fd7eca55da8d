import Diagnostics

/// HTML that is safe to write as it is.
///
/// It begins as a literal of the program, or as what a record's text was rendered to. Interpolation escapes each value
/// that is not HTML itself, so that an escape cannot be forgotten: what was not escaped is no HTML, and does not compile
/// where HTML is asked for.
struct HTML: Hashable, Sendable {
    /// The markup.
    private(set) var source: String

    /// - Parameter source: markup that is safe already, as that of `Prose` and of templates is.
    init(rendered source: String) {
        self.source = source
    }

    /// A text, escaped.
    init(escaping text: String) {
        source = HTMLText.escaped(text)
    }
}

extension HTML {
    static let empty = HTML(rendered: "")

    var isEmpty: Bool { source.isEmpty }

    static func + (one: HTML, other: HTML) -> HTML { HTML(rendered: one.source + other.source) }

    static func += (one: inout HTML, other: HTML) { one.source += other.source }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral literal: String) {
        source = literal
    }

    init(stringInterpolation interpolation: StringInterpolation) {
        source = interpolation.source
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            source.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { source += literal }

        mutating func appendInterpolation(_ html: HTML) { source += html.source }

        mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            source += HTMLText.escaped(value.description)
        }
    }
}

extension Sequence<HTML> {
    /// One behind the other.
    func joined(separator: HTML = .empty) -> HTML {
        HTML(rendered: map(\.source).joined(separator: separator.source))
    }
}
