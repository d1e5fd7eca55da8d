import Diagnostics
import StatusModel

extension Visibility {
    /// Whether an unknown key was probably meant to hide something from the public: it is similar to any key that does,
    /// it is another word for one, or its value is `internal`.
    static func mayBeMeant(by key: YAMLValue, _ value: YAMLValue) -> Bool {
        guard let name = key.string?.trimmed.folded else { return false }
        return otherWords.contains(name) || isNearHidingKey(name)
            || value.string.map { $0.trimmed.folded == Self.internal.rawValue } ?? false
    }

    /// Whether a label in a map with the author's own keys was meant as a key of the record.
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

    /// The keys in all files in which a typo would show the public something that should be hidden.
    private static let hidingKeys = FrontMatter.keys.shape.hidingNames
        .union(StatusPage.keys.shape.hidingNames).sorted()

    private static func isNearHidingKey(_ name: String) -> Bool {
        hidingKeys.contains(name) || nearest(to: name, in: hidingKeys) != nil
    }
}
