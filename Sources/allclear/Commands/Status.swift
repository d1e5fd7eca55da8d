public import ArgumentParser
import Diagnostics
import Reliability
import StatusModel
public import StatusSite

/// `allclear status`: prints the site's current status.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the current status, open incidents and maintenance.",
        discussion: """
            Shows components that are not operational, open incidents with their latest update and when \
            the next is due, maintenance, and the next scheduled change to the pages. With --audience \
            internal, also shows what the policy requires next for each open incident. Reads the records \
            in the folder; does not build the site or access the network.

            Exit status: the worst status of any component (0 for operational, 10 for under maintenance, 11 \
            for degraded performance, 12 for partial outage, 13 for major outage); 1 if status.yml or the \
            records have errors (no status is shown).
            """
    )

    @Option(help: "The output format. docs/status.md describes the JSON, whose keys are stable.")
    var format = CurrentState.Format.text

    @Flag(help: "Short for --format json.")
    var json = false

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    func run() throws {
        let (console, now) = (Console(), try options.now())
        let reading = try SiteReading(of: options.site, at: now)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            try console.tell(reading.diagnostics)
            try console.say("the status is unknown: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(1)
        }
        let page = site.page.seen(by: readers.audience, at: now)
        let next = NextChange(of: site.page, seenAs: page, after: now)
        let found = Findings()
        let ledgers = reading.sources.files.ledgers(into: found)
        let alerts = LedgerReading(of: ledgers, beside: site.page, at: now, into: found)
        guard !found.hasErrors else {
            try console.tell(found.all.inOrder)
            try console.say("the status is unknown: \(DiagnosticCount(found.all))")
            throw ExitCode(1)
        }
        let state = CurrentState(
            of: page, now: now, nextChange: next, alertsDueAt: alerts.dueAt(in: reading.sources))
        let isJSON = json || format == .json
        try console.write(state.render(as: isJSON ? .json : .text), as: isJSON ? .json : .text)
        if state.worst != .operational { throw ExitCode(state.worst.exitStatus) }
    }
}

extension ComponentStatus {
    /// The exit status for scripts: different from 0 to 3, which other commands use, and from 64, a wrong option.
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
