import Records

extension YAMLDocument {
    /// The value of a map's key, in whatever case its letters are: Hugo reads settings so.
    subscript(key: String) -> YAMLDocument? {
        let key = key.lowercased()
        return entries.first { $0.key.lowercased() == key }?.value
    }

    /// The second place of a key that matters, and stands in its map twice.
    ///
    /// - Parameters:
    ///   - keys: those that matter, in small letters, by the key whose map holds them; `""` for the file's own.
    ///   - map: the key whose map this is, or whose list of maps.
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
