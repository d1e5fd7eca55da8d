import StatusModel

extension [String] {
    /// The name of each text in addresses. Those that differ in case or punctuation alone get a number.
    var namesInAddresses: [String] {
        var names = AddressNames()
        return map { names.take($0.nameInAddresses) }
    }
}

private extension String {
    /// Short enough for a file's name, of which a letter takes up to four bytes.
    var nameInAddresses: String {
        let letters = lowercased().unicodeScalars.prefix(40).map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : "-"
        }
        return String(letters)
    }
}
