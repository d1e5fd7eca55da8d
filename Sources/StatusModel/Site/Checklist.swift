/// What the policy asks to be seen to by a point of an incident's life.
public struct Checklist: Hashable, Sendable {
    /// When its items are asked for.
    public var stage: Stage
    /// What is to be seen to, in the policy's order.
    public var items: [String] { proses.map(\.source) }
    /// The same with its marks.
    public var proses: [InlineProse]

    /// Makes a checklist.
    public init(_ stage: Stage, _ proses: [InlineProse]) {
        (self.stage, self.proses) = (stage, proses)
    }

    /// Makes a checklist of words alone.
    public init(_ stage: Stage, _ items: [String]) {
        self.init(stage, items.map { InlineProse($0) })
    }

    /// A point of an incident's life, in the order in which incidents come to them.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Once the incident has left INVESTIGATING.
        case investigating
        /// Once it has left IDENTIFIED, which MITIGATING counts as.
        case identified
        /// Once it has left MONITORING, which RESOLVED does.
        case monitoring
        /// Once it is RESOLVED.
        case resolved
        /// With the post-mortem: once it is published, or late.
        case after
    }
}

extension Checklist {
    /// What an item ends in that is never owed.
    private static let exemption = "(if needed)"

    /// Whether the item is owed: one that ends in "(if needed)", in any case, is there as a reminder.
    public static func owes(_ item: String) -> Bool {
        !item.lowercased().hasSuffix(exemption)
    }
}

extension Severity {
    /// All that its checklists ask for, in their order. Items are numbered by it, from 1.
    public var checklistItems: [String] { checklists.flatMap(\.items) }
}
