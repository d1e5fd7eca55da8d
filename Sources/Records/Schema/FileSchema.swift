import StatusModel

/// A JSON Schema of a kind of file, for the editors of authors.
public enum FileSchema: String, CaseIterable, Sendable {
    /// `status.yml`.
    case status
    /// The front matter of a record.
    case frontMatter = "front-matter"
}

extension FileSchema {
    /// The text of the schema, made from the tables with which the files are read.
    public var text: String {
        switch self {
        case .status: JSONSchema(of: StatusPage.keys.shape, title: "Allclear status.yml").text
        case .frontMatter:
            JSONSchema(of: FrontMatter.keys.shape, title: "Front matter of an Allclear record").text
        }
    }
}
