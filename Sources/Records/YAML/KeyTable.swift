import Diagnostics

/// The keys of a map, each said once: how its value is written, what it is for, and where it goes.
///
/// A key that a table does not name is not read, is in no schema, and is told of as unknown.
struct KeyTable<Model>: Sendable {
    /// The keys as messages and schemas tell of them.
    let shape: MapShape
    private let keys: [Key]

    /// - Parameter subject: what the map is called in messages, as in "a component".
    init(_ subject: String, _ keys: [Key], rules: [MapShape.Rule] = []) {
        self.keys = keys
        shape = MapShape(subject, keys.map(\.shape), rules: rules)
    }

    /// A key of a map, and what becomes of its value.
    struct Key: Sendable {
        fileprivate let shape: MapShape.Key
        /// What to write where the key has to be there, and is not.
        fileprivate let hint: String?
        fileprivate let read: @Sendable (MappingReader, inout Model) -> Void
        /// The key in a set of former rules; none if its value holds for all time.
        var formerly: [Key] = []
    }
}

extension KeyTable {
    /// Reads a map into the model: the value of each key, if it is there and is right. `nil` if it is no map.
    ///
    /// - Parameter subject: what this map is called in messages, where that is not what the table says.
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

    /// The keys whose values hold from a day on, as sets of former rules have them.
    func formerly(_ subject: String) -> KeyTable {
        KeyTable(subject, keys.flatMap(\.formerly))
    }

    /// The same keys in a larger model.
    func formerly<Whole>(within path: any WritableKeyPath<Whole, Model> & Sendable) -> [KeyTable<Whole>.Key] {
        keys.flatMap(\.formerly).map { $0.within(path) }
    }

    /// The table without that key.
    func without(_ name: String) -> KeyTable {
        KeyTable(shape.subject, keys.filter { $0.shape.name != name }, rules: shape.rules)
    }
}

extension KeyTable.Key {
    /// A key that may be left out.
    ///
    /// - Parameters:
    ///   - hides: whether a slip in it would show the public what was meant to be hidden.
    ///   - changesStatus: `true` if readers would see another status, or no trouble at all, if a typo left it unread.
    static func key<Value>(
        _ name: String, _ form: KeyForm<Value>, _ purpose: String, hides: Bool = false,
        changesStatus: Bool = false, place: @escaping @Sendable (inout Model, Value) -> Void
    ) -> Self {
        let shape = MapShape.Key.key(name, form.shape, purpose, hides: hides, changesStatus: changesStatus)
        return Self(shape: shape, hint: nil) { map, model in
            if let value = form.read(map, name) { place(&model, value) }
        }
    }

    /// A key that has to be there.
    ///
    /// - Parameter hint: what to write where it is not.
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
    /// A key that reads the map by itself.
    static func reading(
        _ name: String, _ value: ValueShape, _ purpose: String, hides: Bool = false,
        _ read: @escaping @Sendable (MappingReader, inout Model) -> Void
    ) -> Self {
        Self(shape: .key(name, value, purpose, hides: hides), hint: nil, read: read)
    }

    /// The same key of a larger model.
    func within<Whole>(_ path: any WritableKeyPath<Whole, Model> & Sendable) -> KeyTable<Whole>.Key {
        KeyTable<Whole>.Key(shape: shape, hint: hint) { map, whole in read(map, &whole[keyPath: path]) }
    }

    /// A key whose value is read into the model part by part.
    static func part(
        _ name: String, _ value: ValueShape, _ purpose: String, hides: Bool = false,
        changesStatus: Bool = false, read: @escaping @Sendable (inout Model, YAMLValue, Findings) -> Void
    ) -> Self {
        let shape = MapShape.Key.key(name, value, purpose, hides: hides, changesStatus: changesStatus)
        return Self(shape: shape, hint: nil) { map, model in
            if let value = map.value(name) { read(&model, value, map.findings) }
        }
    }

    /// The same for a key that has to be there.
    static func requiredPart(
        _ name: String, _ value: ValueShape, _ purpose: String, hint: String,
        read: @escaping @Sendable (inout Model, YAMLValue, Findings) -> Void
    ) -> Self {
        Self(shape: .required(name, value, purpose), hint: hint) { map, model in
            if let value = map.value(name) { read(&model, value, map.findings) }
        }
    }
}

/// How the value of a key is written, for schemas, and how it is read.
struct KeyForm<Value>: Sendable {
    let shape: ValueShape
    /// The value of the key of that name; `nil` if it is missing, or wrong, which is then told.
    let read: @Sendable (MappingReader, String) -> Value?
}

extension KeyForm where Value == String {
    /// A text, with blanks around it taken off.
    static var text: KeyForm { KeyForm(shape: .text) { $0.text($1) } }
}

extension KeyForm where Value == [String] {
    /// One text, or a list of texts.
    static var texts: KeyForm { KeyForm(shape: .texts) { $0.has($1) ? $0.texts($1) : nil } }

    /// Texts, of which there may be none.
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
    /// A text that is looked up where all of the map is known, and how it is written.
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
    /// Any text that is looked up where all of the map is known.
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
    /// One of a few words.
    static func word(_ choices: [String: Value]) -> KeyForm where Value: Sendable {
        KeyForm(shape: .word(choices.keys.sorted())) { $0.choice($1, among: choices) }
    }

    /// A value that a text makes, and what is told of a text that makes none.
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

    /// A map with a table of its own.
    static func map<Part>(
        _ table: KeyTable<Part>, read: @escaping @Sendable (YAMLValue, Findings) -> Value?
    ) -> KeyForm {
        KeyForm(shape: .map(table.shape)) { map, name in map.value(name).flatMap { read($0, map.findings) } }
    }
}

extension KeyForm {
    /// One value or a list of values of another form's shape.
    static func oneOrMore<Element>(
        _ shape: ValueShape, read: @escaping @Sendable (YAMLValue, Findings) -> Element?
    ) -> KeyForm where Value == [Element] {
        KeyForm(shape: .oneOrMore(shape)) { map, name in
            map.values(name).compactMap { read($0, map.findings) }
        }
    }
}
