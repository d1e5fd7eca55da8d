public import ArgumentParser
import Diagnostics
import Reliability
import StatusModel
public import StatusSite

/// `allclear status`: how the site is now.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells how the site is now, and when its pages next change by the clock.",
        discussion: """
            The page's status, the components that are not operational, open incidents with their latest \
            update and when the next is due, and maintenance. The records are read as they stand in the \
            folder; no page is built or asked for. For the team (--audience internal) it tells what is due for \
            each open incident too.

            The exit status is that of the worst component: 0 operational, 10 under maintenance, \
            11 degraded performance, 12 partial outage, 13 major outage. 1: there are errors in \
            status.yml or the records, and no state is told.
            """
    )

    @Option(help: "How to write it: text, or json, with keys that stay; docs/status.md has them.")
    var format = CurrentState.Format.text

    @Flag(help: "The same as --format json.")
    var json = false

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    func run() throws {
        let (console, now) = (Console(), try options.now())
        let reading = try SiteReading(of: options.site, at: now)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            try console.tell(reading.diagnostics)
            try console.say("the state is not known: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(1)
        }
        let page = site.page.seen(by: readers.audience, at: now)
        let next = NextChange(of: site.page, seenAs: page, after: now)
        let found = Findings()
        let ledgers = reading.sources.files.ledgers(into: found)
        let alerts = LedgerReading(of: ledgers, beside: site.page, at: now, into: found)
        guard !found.hasErrors else {
            try console.tell(found.all.inOrder)
            try console.say("the state is not known: \(DiagnosticCount(found.all))")
            throw ExitCode(1)
        }
        let state = CurrentState(of: page, now: now, nextChange: next, alertsDueAt: alerts.dueAt)
        let isJSON = json || format == .json
        try console.write(state.render(as: isJSON ? .json : .text), as: isJSON ? .json : .text)
        if state.worst != .operational { throw ExitCode(state.worst.exitStatus) }
    }
}

extension ComponentStatus {
    /// What scripts are told by: apart from 0 to 3, which other commands use, and from 64, a wrong option.
    fileprivate var exitStatus: Int32 {
        switch self {
        case .operational: 0
        case .underMaintenance: 10
        case .degradedPerformance: 11
        case .partialOutage: 12
        case .majorOutage: 13
        }
    }
}

extension CurrentState.Format: ExpressibleByArgument {}
