/// The tasks that the policy asks for at one stage of an incident.
public struct Checklist: Hashable, Sendable {
    /// The stage at which its items are asked for.
    public var stage: Stage
    /// The tasks, in the policy's order.
    public var items: [String] { proses.map(\.source) }
    /// The tasks with their marks.
    public var proses: [InlineProse]

    /// Makes a checklist.
    public init(_ stage: Stage, _ proses: [InlineProse]) {
        (self.stage, self.proses) = (stage, proses)
    }

    /// Makes a checklist of plain words.
    public init(_ stage: Stage, _ items: [String]) {
        self.init(stage, items.map { InlineProse($0) })
    }

    /// A stage of an incident, in the order in which incidents reach them.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// When the incident has left INVESTIGATING.
        case investigating
        /// When it has left IDENTIFIED, which includes MITIGATING.
        case identified
        /// When it has left MONITORING by becoming RESOLVED.
        case monitoring
        /// When it is RESOLVED.
        case resolved
        /// When the post-mortem is published, or late.
        case after
    }
}

extension Checklist {
    /// The end of an item that is never required.
    private static let exemption = "(if needed)"

    /// Whether the item is required.
    ///
    /// One that ends in "(if needed)", in upper or lower case, is only a reminder.
    public static func owes(_ item: String) -> Bool {
        !item.lowercased().hasSuffix(exemption)
    }
}

extension Severity {
    /// The items of all its checklists, in their order, by which items are numbered from 1.
    public var checklistItems: [String] { checklists.flatMap(\.items) }
}
