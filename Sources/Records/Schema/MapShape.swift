import Diagnostics

/// The keys that a map in a file may have, for the reader and for the schema for editors.
struct MapShape: Sendable {
    /// The name of the map in messages, such as "a component".
    let subject: String
    /// The keys, in the order in which hints list them.
    let keys: [Key]
    /// The rules about combinations of keys.
    let rules: [Rule]
    /// The keys' names.
    let names: [String]

    init(_ subject: String, _ keys: [Key], rules: [Rule] = []) {
        (self.subject, self.keys, self.rules) = (subject, keys, rules)
        names = keys.map(\.name)
    }

    /// A key, the shape of its value, and its purpose.
    struct Key: Sendable {
        let name: String
        let value: ValueShape
        let isRequired: Bool
        /// Whether a typo in the key would show the public something that should be hidden.
        let hides: Bool
        /// Whether readers would see another status, or no trouble at all, if a typo in the key left it unread.
        var changesStatus = false
        /// The explanation that editors show to authors.
        let purpose: String
    }

    /// A rule about a combination of keys.
    enum Rule: Sendable {
        /// Exactly one of the keys must be present.
        case exactlyOne([String])
        /// At most one of the keys may be present.
        case atMostOne([String])
        /// If the key is present, none of the others may be.
        case with(String, none: [String])
        /// If none of the keys is present, the other must be.
        case without([String], needs: String)
    }
}

extension MapShape.Key {
    /// Makes an optional key.
    static func key(
        _ name: String,
        _ value: ValueShape,
        _ purpose: String,
        hides: Bool = false,
        changesStatus: Bool = false
    ) -> MapShape.Key {
        MapShape.Key(
            name: name, value: value, isRequired: false, hides: hides, changesStatus: changesStatus,
            purpose: purpose)
    }

    /// Makes a required key.
    static func required(_ name: String, _ value: ValueShape, _ purpose: String) -> MapShape.Key {
        MapShape.Key(name: name, value: value, isRequired: true, hides: false, purpose: purpose)
    }
}

extension MapShape {
    /// Returns the key that was probably meant by an unknown one.
    ///
    /// For keys that change a status, a short word may be two edits away, such as `start` from `started`.
    func keyMeant(by name: String) -> Key? {
        if let near = nearest(to: name, in: names) { return keys.first { $0.name == near } }
        return keys.first {
            $0.changesStatus && $0.name.first == name.first
                && editDistance(from: name, to: $0.name, atMost: 2) != nil
        }
    }

    /// Whether the key's value may be an empty list.
    func mayBeEmptyList(_ name: String) -> Bool {
        keys.contains { key in
            if case .anyNumber = key.value { key.name == name } else { false }
        }
    }

    /// The keys of the map, and of the maps in it, in which a typo would show the public something that should be
    /// hidden.
    var hidingNames: Set<String> {
        Set(keys.flatMap { key in (key.hides ? [key.name] : []) + key.value.maps.flatMap(\.hidingNames) })
    }

    /// The names of the required keys.
    var required: [String] { keys.filter(\.isRequired).map(\.name) }
}

/// The shape of a value.
///
/// Numbers and `true` are text for the reader, so they are also allowed as text.
indirect enum ValueShape: Sendable {
    /// Any text that is not empty.
    case text
    /// A text of a given form.
    case written(TextForm)
    /// One of the words, exactly as given.
    case word([String])
    /// One of the words, in any case, with spaces, hyphens or underscores between its parts.
    case freely([String])
    /// `true` or `false`.
    case flag
    /// A number from 0 to the limit, or a text of the given form.
    case number(upTo: Int, TextForm)
    /// A map with known keys.
    case map(MapShape)
    /// A map with the author's own keys, or with keys from a list.
    case named(ValueShape, by: [String]? = nil)
    /// A map whose keys are days.
    case byDay(ValueShape)
    /// A list with at least one element.
    case list(ValueShape)
    /// A list that may be empty, or one value.
    case anyNumber(ValueShape)
    /// One value, or a list of them.
    case oneOrMore(ValueShape)
    /// Either of two shapes.
    case either(ValueShape, ValueShape)
    /// The shape, or no value at all.
    case orNothing(ValueShape)

    /// One text, or a list of texts.
    static let texts = oneOrMore(.text)

    /// A map with the author's own keys and texts.
    static let details = named(.texts)
}

extension ValueShape {
    /// The maps with known keys in values of this shape.
    fileprivate var maps: [MapShape] {
        switch self {
        case .map(let shape): [shape]
        case .named(let value, _), .byDay(let value), .list(let value), .anyNumber(let value),
            .oneOrMore(let value),
            .orNothing(let value):
            value.maps
        case .either(let one, let other): one.maps + other.maps
        case .text, .written, .word, .freely, .flag, .number: []
        }
    }
}

/// The form of a text, for editors: a pattern that allows everything that the reader accepts, and an example.
///
/// It cannot be as precise as the reader, which knows the calendar and the names in the site.
struct TextForm: Sendable {
    /// A regular expression (ECMA-262) for the whole text.
    let pattern: String
    let example: String

    init(_ pattern: String, _ example: String) {
        (self.pattern, self.example) = (pattern, example)
    }
}
