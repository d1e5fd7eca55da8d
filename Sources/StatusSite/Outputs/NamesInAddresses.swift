import StatusModel

extension [String] {
    /// The name of each text in addresses; names that differ only in case or punctuation get a number.
    var namesInAddresses: [String] {
        var names = AddressNames()
        return map { names.take($0.nameInAddresses) }
    }
}

private extension String {
    /// The name in addresses, short enough for a file's name, in which a letter takes up to four bytes.
    var nameInAddresses: String {
        let letters = lowercased().unicodeScalars.prefix(40).map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : "-"
        }
        return String(letters)
    }
}
