import Diagnostics

extension String {
    /// The text for use in HTML, between tags or in a quoted attribute.
    var escapedForHTML: String { HTMLText.escaped(self) }
}
