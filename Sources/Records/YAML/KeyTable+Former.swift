import Diagnostics
import StatusModel

extension KeyTable.Key {
    /// Makes an optional key whose value may have been different before a day: a set of former rules may have the key,
    /// too.
    ///
    /// - Parameters:
    ///   - field: the value's property in the model.
    ///   - standard: the value without the key.
    static func dated<Value: Hashable & Sendable>(
        _ name: String, _ form: KeyForm<Value>, _ purpose: String, hides: Bool = false,
        _ field: any WritableKeyPath<Model, Value> & Sendable, standard: Value
    ) -> Self {
        var key = Self.key(name, form, purpose, hides: hides) { $0[keyPath: field] = $1 }
        key.formerly = [.former(name, form, purpose, hides: hides, field, standard: standard)]
        return key
    }

    /// Makes the same kind of key for an optional value.
    static func dated<Value: Hashable & Sendable>(
        _ name: String, _ form: KeyForm<Value>, _ purpose: String, hides: Bool = false,
        _ field: any WritableKeyPath<Model, Value?> & Sendable
    ) -> Self {
        dated(name, form.optional, purpose, hides: hides, field, standard: nil)
    }

    /// Makes a key in a set of former rules.
    ///
    /// Its value replaces the later one and must differ from it; `none` removes it.
    static func former<Value: Hashable & Sendable>(
        _ name: String, _ form: KeyForm<Value>, _ purpose: String, hides: Bool = false,
        _ field: any WritableKeyPath<Model, Value> & Sendable, standard: Value
    ) -> Self {
        former(name, form.shape, purpose, hides: hides) { map, model in
            guard let value = map.value(name) else { return }
            let later = model[keyPath: field]
            if value.isNone {
                guard later != standard else { return map.findings.add(nothingToRemove(name, at: value)) }
                model[keyPath: field] = standard
            } else if let former = form.read(map, name) {
                if former == later { map.findings.add(unchanged(name, at: map.location(of: name))) }
                model[keyPath: field] = former
            }
        }
    }

    /// Makes a key in a set of former rules that is read part by part.
    static func former(
        _ name: String, _ shape: ValueShape, _ purpose: String, hides: Bool = false,
        read: @escaping @Sendable (MappingReader, inout Model) -> Void
    ) -> Self {
        reading(name, .either(shape, .word(["none"])), purpose, hides: hides, read)
    }
}

extension KeyForm {
    fileprivate var optional: KeyForm<Value?> {
        KeyForm<Value?>(shape: shape) { map, name in
            read(map, name).map { .some($0) }
        }
    }
}

extension YAMLValue {
    /// Whether the value is `none`, which removes a rule that applies later.
    var isNone: Bool { string?.trimmed.folded == "none" }
}

/// Returns the error about `none` for a key that the later rules do not have.
func nothingToRemove(_ key: String, at value: YAMLValue) -> Diagnostic {
    Diagnostic(
        .error, .invalidValue, "`\(key): none` has no effect: the later rules have no `\(key)`",
        at: value.location,
        hint: "remove the line, or write what applied before that day")
}

/// Returns the warning about a former rule that is the same as the later one.
func unchanged(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
        .warning, .unchangedRule, "`\(key)` was the same before that day as after it", at: place,
        hint: "write what was different, or remove the line")
}
