import StatusModel

/// The components by their names in the source.
///
/// Names that differ only in case or punctuation are one component.
struct ComponentRegister {
    private(set) var components: [ComponentDescription] = []
    private var indices: [String: Int] = [:]
    /// The place of each component by its id.
    private var places: [String: Int] = [:]

    /// Returns the id of the component of that name, and adds the component if it is new.
    mutating func id(of name: String, adding make: (_ id: String) -> ComponentDescription) -> String {
        let key = Self.key(of: name)
        guard let index = indices[key] else {
            indices[key] = components.count
            let component = make(
                Self.id(for: name, or: "component-\(components.count + 1)") { places[$0] != nil })
            places[component.id] = components.count
            components.append(component)
            return component.id
        }
        let known = [components[index].id, components[index].name] + components[index].aliases
        if !known.contains(where: { $0.lowercased() == name.lowercased() }) {
            components[index].aliases.append(name)
        }
        return components[index].id
    }

    /// Returns an id made from a name, followed by a number if it is taken.
    ///
    /// - Parameter fallback: the id if the name cannot become one.
    static func id(for name: String, or fallback: String, unless isTaken: (String) -> Bool) -> String {
        let key = key(of: name)
        let id = isID(key) ? key : fallback
        guard isTaken(id) else { return id }
        return (2...).lazy.map { "\(id)-\($0)" }.first { !isTaken($0) } ?? id
    }

    /// Whether there is a component of that name.
    func contains(_ name: String) -> Bool { indices[Self.key(of: name)] != nil }

    /// Changes a component.
    mutating func update(_ id: String, _ change: (inout ComponentDescription) -> Void) {
        guard let place = places[id] else { return }
        change(&components[place])
    }
}

private extension ComponentRegister {
    /// Returns the name in lowercase, with a dash for everything between letters and digits.
    ///
    /// Letters of other scripts remain, since they distinguish names.
    static func key(of name: String) -> String {
        var key = ""
        for character in name.lowercased() {
            if character.isLetter || character.isNumber || "._".contains(character) {
                key.append(character)
            } else if key.last != "-" {
                key.append("-")
            }
        }
        let ends: (Character) -> Bool = { "._-".contains($0) }
        return String(key.drop(while: ends).reversed().drop(while: ends).reversed())
    }

    static func isID(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= 100 && key.utf8.allSatisfy { $0 < 0x80 }
    }
}
