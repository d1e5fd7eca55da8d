/// Gives out names in addresses, each once: one that is taken gets a number behind it, as in `api-2`.
public struct AddressNames {
    private var taken: Set<String>
    /// The last number behind each name.
    private var numbers: [String: Int] = [:]

    /// - Parameter taken: names that are not to be given out.
    public init(taken: Set<String> = []) {
        self.taken = taken
    }

    /// Returns the name if it is free, else the first free one with a number.
    public mutating func take(_ name: String) -> String {
        var free = name
        while !taken.insert(free).inserted {
            let number = numbers[name, default: 1] + 1
            numbers[name] = number
            free = "\(name)-\(number)"
        }
        return free
    }
}
