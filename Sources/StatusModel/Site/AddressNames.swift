/// Hands out names for addresses, each only once: a name that is taken gets a number at its end, such as `api-2`.
public struct AddressNames {
    private var taken: Set<String>
    /// The last number that each name got.
    private var numbers: [String: Int] = [:]

    /// - Parameter taken: names that must not be handed out.
    public init(taken: Set<String> = []) {
        self.taken = taken
    }

    /// Returns the name if it is free, or else the first free one with a number.
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
