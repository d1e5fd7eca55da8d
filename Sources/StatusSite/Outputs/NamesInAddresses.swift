extension [String] {
    /// What each text is called in addresses. Those that differ in case or punctuation alone get a number behind it.
    var namesInAddresses: [String] {
        var taken: Set<String> = []
        var numbers: [String: Int] = [:]
        return map { text in
            let name = text.nameInAddresses
            var free = name
            while !taken.insert(free).inserted {
                let number = numbers[name, default: 1] + 1
                numbers[name] = number
                free = "\(name)-\(number)"
            }
            return free
        }
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
