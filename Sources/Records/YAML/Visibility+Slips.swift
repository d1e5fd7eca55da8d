import Diagnostics
import StatusModel

extension Visibility {
    /// Whether an unknown key was probably meant to hide something from the public: it is near a key that does,
    /// wherever it stands, it is another word for one, or its value says `internal`.
    static func mayBeMeant(by key: YAMLValue, _ value: YAMLValue) -> Bool {
        guard let name = key.string?.trimmed.folded else { return false }
        return otherWords.contains(name) || isNearHidingKey(name)
            || value.string.map { $0.trimmed.folded == Self.internal.rawValue } ?? false
    }

    /// Whether the label of a map whose words are the author's own was meant as the key of the record.
    static func isMisplaced(_ label: YAMLValue, _ value: YAMLValue) -> Bool {
        guard let name = label.string?.trimmed.folded, let word = value.string?.trimmed.folded else {
            return false
        }
        if name == "draft" { return word == "true" }
        return byWord[word] != nil && (name == "visibility" || nearest(to: name, in: ["visibility"]) != nil)
    }

    private static let otherWords: Set = [
        "private", "public", "hidden", "hide", "secret", "confidential", "visible",
    ]

    /// The keys of any file in which a slip would show the public what was meant to be hidden.
    private static let hidingKeys = FrontMatter.keys.shape.hidingNames
        .union(StatusPage.keys.shape.hidingNames).sorted()

    private static func isNearHidingKey(_ name: String) -> Bool {
        hidingKeys.contains(name) || nearest(to: name, in: hidingKeys) != nil
    }
}
