/// The uptime that a component should have, in millionths: 99.9 % is 999,000.
public struct Target: Hashable, Sendable {
    /// Millionths of the time, from 0 to 1,000,000.
    public let millionths: Int

    /// Makes a target of that many millionths.
    public init(millionths: Int) {
        self.millionths = millionths
    }
}
