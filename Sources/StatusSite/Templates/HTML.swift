import Diagnostics

/// HTML that is safe to write as it is.
///
/// It originates from a literal in the program or from the rendered text of a record. Interpolation escapes each value
/// that is not HTML itself, so an escape cannot be forgotten: text that was not escaped is not `HTML`, and does not
/// compile where `HTML` is required.
struct HTML: Hashable, Sendable {
    /// The markup.
    private(set) var source: String

    /// Makes HTML of markup.
    ///
    /// - Parameter source: markup that is already safe, such as that of `Prose` and of templates.
    init(rendered source: String) {
        self.source = source
    }

    /// Makes HTML of a text, which is escaped.
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
    /// Returns the elements, one after the other.
    func joined(separator: HTML = .empty) -> HTML {
        HTML(rendered: map(\.source).joined(separator: separator.source))
    }
}
