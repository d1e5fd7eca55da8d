import StatusModel

/// A JSON Schema of what authors write, for their editors.
public enum FileSchema: String, CaseIterable, Sendable {
    /// `status.yml`.
    case status
    /// What stands at the beginning of a record.
    case frontMatter = "front-matter"
}

extension FileSchema {
    /// The schema's text: made of the tables that the files are read by.
    public var text: String {
        switch self {
        case .status: JSONSchema(of: StatusPage.keys.shape, title: "status.yml of Allclear").text
        case .frontMatter:
            JSONSchema(of: FrontMatter.keys.shape, title: "Front matter of an Allclear record").text
        }
    }
}
