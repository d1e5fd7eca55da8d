import Records

extension YAMLDocument {
    /// The value of a key in upper or lower case, as Hugo reads settings.
    subscript(key: String) -> YAMLDocument? {
        let key = key.lowercased()
        return entries.first { $0.key.lowercased() == key }?.value
    }

    /// Returns the second occurrence of a relevant key in the same map.
    ///
    /// - Parameters:
    ///   - keys: the relevant keys in lowercase, by the key of the map that holds them; `""` for the file's own.
    ///   - map: the key of this map, or of the list that holds it.
    func double(among keys: [String: [String]], in map: String = "") -> Entry? {
        for element in elements {
            if let double = element.double(among: keys, in: map) { return double }
        }
        var seen: Set<String> = []
        for entry in entries where keys[map]?.contains(entry.key.lowercased()) ?? false {
            let key = entry.key.lowercased()
            if !seen.insert(key).inserted { return entry }
            if let double = entry.value.double(among: keys, in: key) { return double }
        }
        return nil
    }
}
