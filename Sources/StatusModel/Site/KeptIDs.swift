/// The ids that programs know a thing by from a page that it was on before.
public struct KeptIDs: Hashable, Sendable {
    /// The id that it has in Statuspage's API.
    public var statuspage: StatuspageID?

    /// Makes a set of ids.
    public init(statuspage: StatuspageID? = nil) {
        self.statuspage = statuspage
    }
}
