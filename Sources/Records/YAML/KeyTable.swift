import Diagnostics

/// The keys of a map, each defined in one place: the form of its value, its purpose, and its place in the model.
///
/// A key that is not in the table is not read, is not in a schema, and is reported as unknown.
struct KeyTable<Model>: Sendable {
    /// The keys for messages and schemas.
    let shape: MapShape
    private let keys: [Key]

    /// Makes a table.
    ///
    /// - Parameter subject: the name of the map in messages, such as "a component".
    init(_ subject: String, _ keys: [Key], rules: [MapShape.Rule] = []) {
        self.keys = keys
        shape = MapShape(subject, keys.map(\.shape), rules: rules)
    }

    /// A key of a map, with the function that reads its value.
    struct Key: Sendable {
        fileprivate let shape: MapShape.Key
        /// The hint if a required key is missing.
        fileprivate let hint: String?
        fileprivate let read: @Sendable (MappingReader, inout Model) -> Void
        /// The key in a set of former rules; `[]` if its value does not depend on the time.
        var formerly: [Key] = []
    }
}

extension KeyTable {
    /// Reads a map into the model: the value of each key that is present and valid; `nil` if the value is not a map.
    ///
    /// - Parameter subject: the name of this map in messages, if it is not the one in the table.
    @discardableResult
    func read(
        _ value: YAMLValue, into model: inout Model, called subject: String? = nil, _ findings: Findings
    ) -> MappingReader? {
        guard let map = MappingReader(value, as: shape, called: subject, into: findings) else { return nil }
        for key in keys {
            if let hint = key.hint, !map.has(key.shape.name) { map.reportMissing(key.shape.name, hint: hint) }
            key.read(map, &model)
        }
        return map
    }

    /// Returns a table of the keys that sets of former rules may have.
    func formerly(_ subject: String) -> KeyTable {
        KeyTable(subject, keys.flatMap(\.formerly))
    }

    /// Returns these keys for a larger model.
    func formerly<Whole>(within path: any WritableKeyPath<Whole, Model> & Sendable) -> [KeyTable<Whole>.Key] {
        keys.flatMap(\.formerly).map { $0.within(path) }
    }

    /// Returns the table without a key.
    func without(_ name: String) -> KeyTable {
        KeyTable(shape.subject, keys.filter { $0.shape.name != name }, rules: shape.rules)
    }
}

extension KeyTable.Key {
    /// Makes an optional key.
    ///
    /// - Parameters:
    ///   - hides: whether a typo in the key would show the public something that should be hidden.
    ///   - changesStatus: whether readers would see another status, or no trouble at all, if a typo left the key
    ///     unread.
    static func key<Value>(
        _ name: String, _ form: KeyForm<Value>, _ purpose: String, hides: Bool = false,
        changesStatus: Bool = false, place: @escaping @Sendable (inout Model, Value) -> Void
    ) -> Self {
        let shape = MapShape.Key.key(name, form.shape, purpose, hides: hides, changesStatus: changesStatus)
        return Self(shape: shape, hint: nil) { map, model in
            if let value = form.read(map, name) { place(&model, value) }
        }
    }

    /// Makes a required key.
    ///
    /// - Parameter hint: the hint if the key is missing.
    static func required<Value>(
        _ name: String, _ form: KeyForm<Value>, _ purpose: String, hint: String,
        place: @escaping @Sendable (inout Model, Value) -> Void
    ) -> Self {
        Self(shape: .required(name, form.shape, purpose), hint: hint) { map, model in
            if let value = form.read(map, name) { place(&model, value) }
        }
    }
}

extension KeyTable.Key {
    /// Makes a key with a function that reads it from the map.
    static func reading(
        _ name: String, _ value: ValueShape, _ purpose: String, hides: Bool = false,
        _ read: @escaping @Sendable (MappingReader, inout Model) -> Void
    ) -> Self {
        Self(shape: .key(name, value, purpose, hides: hides), hint: nil, read: read)
    }

    /// Returns the same key for a larger model.
    func within<Whole>(_ path: any WritableKeyPath<Whole, Model> & Sendable) -> KeyTable<Whole>.Key {
        KeyTable<Whole>.Key(shape: shape, hint: hint) { map, whole in read(map, &whole[keyPath: path]) }
    }

    /// Makes a key whose value is read into the model part by part.
    static func part(
        _ name: String, _ value: ValueShape, _ purpose: String, hides: Bool = false,
        changesStatus: Bool = false, read: @escaping @Sendable (inout Model, YAMLValue, Findings) -> Void
    ) -> Self {
        let shape = MapShape.Key.key(name, value, purpose, hides: hides, changesStatus: changesStatus)
        return Self(shape: shape, hint: nil) { map, model in
            if let value = map.value(name) { read(&model, value, map.findings) }
        }
    }

    /// Makes the same kind of key, but required.
    static func requiredPart(
        _ name: String, _ value: ValueShape, _ purpose: String, hint: String,
        read: @escaping @Sendable (inout Model, YAMLValue, Findings) -> Void
    ) -> Self {
        Self(shape: .required(name, value, purpose), hint: hint) { map, model in
            if let value = map.value(name) { read(&model, value, map.findings) }
        }
    }
}

/// The form of a key's value, for schemas, and the function that reads it.
struct KeyForm<Value>: Sendable {
    let shape: ValueShape
    /// Returns the value of the named key; `nil` if it is missing, or if it is wrong, which is reported.
    let read: @Sendable (MappingReader, String) -> Value?
}

extension KeyForm where Value == String {
    /// A text, without spaces around it.
    static var text: KeyForm { KeyForm(shape: .text) { $0.text($1) } }
}

extension KeyForm where Value == [String] {
    /// One text, or a list of texts.
    static var texts: KeyForm { KeyForm(shape: .texts) { $0.has($1) ? $0.texts($1) : nil } }

    /// A list of texts, which may be empty.
    static var anyTexts: KeyForm { KeyForm(shape: .anyNumber(.text)) { $0.has($1) ? $0.texts($1) : nil } }
}

extension KeyForm where Value == Bool {
    /// `true` or `false`.
    static var flag: KeyForm { KeyForm(shape: .flag) { $0.flag($1) } }
}

extension KeyForm where Value == Int {
    /// A duration in seconds.
    static var duration: KeyForm { KeyForm(shape: .written(.duration)) { $0.duration($1) } }
}

extension KeyForm where Value == Placed<String> {
    /// Returns the form of a text with its place, which is looked up once the whole map is known.
    static func written(_ form: TextForm) -> KeyForm {
        KeyForm(shape: .written(form)) { map, name in
            guard let value = map.value(name), let text = value.text(named: name, into: map.findings) else {
                return nil
            }
            return Placed(value: text, source: value)
        }
    }
}

extension KeyForm where Value == Placed<String> {
    /// Any text with its place, which is looked up once the whole map is known.
    static var placedText: KeyForm {
        KeyForm(shape: .text) { map, name in
            guard let value = map.value(name), let text = value.text(named: name, into: map.findings) else {
                return nil
            }
            return Placed(value: text, source: value)
        }
    }
}

extension KeyForm where Value == [Placed<String>] {
    /// One name or a list of names, each to be looked up.
    static var names: KeyForm {
        KeyForm(shape: .texts) { map, name in
            map.values(name).compactMap { value in
                value.text(named: name, into: map.findings).map { Placed(value: $0, source: value) }
            }
        }
    }
}

extension KeyForm {
    /// Returns the form of one of a few words.
    static func word(_ choices: [String: Value]) -> KeyForm where Value: Sendable {
        KeyForm(shape: .word(choices.keys.sorted())) { $0.choice($1, among: choices) }
    }

    /// Returns the form of a value that is made from a text; `tell` returns the finding about a text that makes no
    /// value.
    static func made(
        _ shape: ValueShape, by make: @escaping @Sendable (String) -> Value?,
        else tell: @escaping @Sendable (_ text: String, _ place: SourceLocation) -> Diagnostic
    ) -> KeyForm {
        KeyForm(shape: shape) { map, name in
            guard let value = map.value(name), let text = value.text(named: name, into: map.findings) else {
                return nil
            }
            if let made = make(text) { return made }
            map.findings.add(tell(text, value.location))
            return nil
        }
    }

    /// Returns the form of a map with its own table.
    static func map<Part>(
        _ table: KeyTable<Part>, read: @escaping @Sendable (YAMLValue, Findings) -> Value?
    ) -> KeyForm {
        KeyForm(shape: .map(table.shape)) { map, name in map.value(name).flatMap { read($0, map.findings) } }
    }
}

extension KeyForm {
    /// Returns the form of one value or a list of values of the given shape.
    static func oneOrMore<Element>(
        _ shape: ValueShape, read: @escaping @Sendable (YAMLValue, Findings) -> Element?
    ) -> KeyForm where Value == [Element] {
        KeyForm(shape: .oneOrMore(shape)) { map, name in
            map.values(name).compactMap { read($0, map.findings) }
        }
    }
}
