public import ArgumentParser
public import StatusSite

extension Announcer.Format: ExpressibleByArgument {}

extension Announcer.Format {
    /// The ways to print several messages, such as `one per line (slack, json), or as an mbox file (email)`.
    static var joinings: String {
        Announcer.Joining.allCases.map { joining in
            let formats = allCases.filter { $0.joining == joining }.map(\.rawValue)
            return "\(joining.summary) (\(formats.joined(separator: ", ")))"
        }.joined(separator: ", or ")
    }
}

extension Announcer.Joining {
    fileprivate var summary: String {
        switch self {
        case .lines: "one per line"
        case .rules: "with a --- line between them"
        case .mailbox: "as an mbox file"
        }
    }
}

extension Mailbox: ExpressibleByArgument {
    /// Makes a mailbox from `status@example.com` or `Example Status <status@example.com>`.
    public init?(argument: String) { self.init(argument) }
}
