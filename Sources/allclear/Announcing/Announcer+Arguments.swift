public import ArgumentParser
public import StatusSite

extension Announcer.Format: ExpressibleByArgument {}

extension Announcer.Format {
    /// The formats, as in `slack (Block Kit), sms or json`.
    static var choices: String {
        list(of: allCases.map { $0 == .slack ? "slack (Block Kit)" : $0.rawValue }, "or")
    }

    /// How messages follow one another, as in `slack, sms and json one a line, email as a mailbox (mbox)`.
    static var joinings: String {
        Announcer.Joining.allCases.map { joining in
            let formats = allCases.filter { $0.joining == joining }.map(\.rawValue)
            return "\(list(of: formats, "and")) \(joining.summary)"
        }.joined(separator: ", ")
    }

    private static func list(of words: [String], _ conjunction: String) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}

extension Announcer.Joining {
    fileprivate var summary: String {
        switch self {
        case .lines: "one a line"
        case .rules: "apart by lines ---"
        case .mailbox: "as a mailbox (mbox)"
        }
    }
}

extension Mailbox: ExpressibleByArgument {
    /// `status@example.com` or `Example Status <status@example.com>`.
    public init?(argument: String) { self.init(argument) }
}
