import Diagnostics

/// The keys that a map in a file may have, as the reader and the schema for editors know them.
struct MapShape: Sendable {
    /// What the map is called in messages, as in "a component".
    let subject: String
    /// The keys, in the order that hints list them in.
    let keys: [Key]
    /// What holds between the keys.
    let rules: [Rule]
    /// The keys' names.
    let names: [String]

    init(_ subject: String, _ keys: [Key], rules: [Rule] = []) {
        (self.subject, self.keys, self.rules) = (subject, keys, rules)
        names = keys.map(\.name)
    }

    /// A key, the shape of its value, and what it is for.
    struct Key: Sendable {
        let name: String
        let value: ValueShape
        let isRequired: Bool
        /// Whether a slip in it would show the public what was meant to be hidden.
        let hides: Bool
        /// `true` if readers would see another status, or no trouble at all, if a typo in it left it unread.
        var changesStatus = false
        /// For whoever writes it, in an editor.
        let purpose: String
    }

    /// What holds between keys.
    enum Rule: Sendable {
        /// Of these there is one, and one alone.
        case exactlyOne([String])
        /// Of these there is one at most.
        case atMostOne([String])
        /// Where the key is, those are not.
        case with(String, none: [String])
        /// Where none of these is, the key is.
        case without([String], needs: String)
    }
}

extension MapShape.Key {
    /// A key that may be left out.
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

    /// A key that must be there.
    static func required(_ name: String, _ value: ValueShape, _ purpose: String) -> MapShape.Key {
        MapShape.Key(name: name, value: value, isRequired: true, hides: false, purpose: purpose)
    }
}

extension MapShape {
    /// The key that an unknown one was probably meant as.
    ///
    /// Of the keys that change a status a short word may be two edits away, as `start` is from `started`.
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

    /// The keys of the map, and of the maps in it, in which a slip would show the public what was meant to be hidden.
    var hidingNames: Set<String> {
        Set(keys.flatMap { key in (key.hides ? [key.name] : []) + key.value.maps.flatMap(\.hidingNames) })
    }

    /// The names of the keys that must be there.
    var required: [String] { keys.filter(\.isRequired).map(\.name) }
}

/// What a value may be. Numbers and `true` are text to the reader, and so they are wherever a text may be.
indirect enum ValueShape: Sendable {
    /// Any text but an empty one.
    case text
    /// A text of that form.
    case written(TextForm)
    /// One of these words, as it stands.
    case word([String])
    /// One of these words, in any case, with blanks, hyphens or underscores between its parts.
    case freely([String])
    /// `true` or `false`.
    case flag
    /// A number from 0 to that, or a text of that form.
    case number(upTo: Int, TextForm)
    /// A map with known keys.
    case map(MapShape)
    /// A map whose keys are the author's own, or of a form.
    case named(ValueShape, by: [String]? = nil)
    /// A map whose keys are days.
    case byDay(ValueShape)
    /// A list, with one element at least.
    case list(ValueShape)
    /// A list that may be empty, or one value.
    case anyNumber(ValueShape)
    /// One value, or a list of them.
    case oneOrMore(ValueShape)
    /// Either of two.
    case either(ValueShape, ValueShape)
    /// It, or nothing at all.
    case orNothing(ValueShape)

    /// One text, or a list of texts.
    static let texts = oneOrMore(.text)

    /// A map of the author's own words to texts.
    static let details = named(.texts)
}

extension ValueShape {
    /// The maps with known keys that a value of this shape is or holds.
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

/// How a text is written, for editors: a pattern that lets through all that the reader takes, and an example.
///
/// It can tell less than the reader, which knows the calendar and the site's own names.
struct TextForm: Sendable {
    /// A regular expression of ECMA-262 for the whole text.
    let pattern: String
    let example: String

    init(_ pattern: String, _ example: String) {
        (self.pattern, self.example) = (pattern, example)
    }
}
