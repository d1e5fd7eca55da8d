public import ArgumentParser
public import StatusSite

extension Announcer.Format: ExpressibleByArgument {}

extension Mailbox: ExpressibleByArgument {
    /// `status@example.com` or `Example Status <status@example.com>`.
    public init?(argument: String) { self.init(argument) }
}
