/// Labels and what they say, as the rows of a definition list.
///
/// HTML and no words of a template: a record's page has a dozen of them, and each value that a template
/// writes costs the library more than the rest of its row.
struct DetailList {
    private(set) var html = ""

    /// Adds a row; a label may be empty.
    mutating func add(_ label: String, _ text: String) {
        html += "<div><dt>\(label.escapedForHTML)</dt><dd>\(text.escapedForHTML)</dd></div>\n"
    }
}
