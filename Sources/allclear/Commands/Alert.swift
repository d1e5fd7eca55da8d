public import Alerts
public import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear alert`: turns alerts into rows of a ledger, and into incidents in the team's own words.
struct Alert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read alerts and write incidents, according to your rules.",
        discussion: """
            For example:

              allclear alert payload.json    # alerts that your monitoring sent
              allclear alert --due           # no new alerts: do what is due by now
              curl …/api/v2/alerts | allclear alert - --snapshot

            The rules are under `alerts` in status.yml. Published text comes only from `texts`, never from \
            an alert. The ledger in alerts/ records when each alert fired; it does not depend on the order \
            of the alerts, or on how often they are sent.

            Prints the path of each file that it writes. With --plan, a word before each path says what to \
            do with it:

              ledger, publish   commit it to the main branch
              review            commit it to its own branch, for a pull request
              withdraw          close its pull request: the incident is already over

            Exit status: 0 if all went well, even if there was nothing to do; 1 if the payload, status.yml \
            or the ledger cannot be read (nothing is written); 3 if an alert matched a rule but its record \
            has errors (the ledger is written).
            """
    )

    @Argument(
        help: "The file with the payload. If it is - or missing, the payload is read from standard input.")
    var file: String?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "The format of the payload; by default, it is detected.", valueName: "format")
    )
    var format: AlertFormat?

    @Option(
        help: ArgumentHelp(
            """
            Read the payload from GitHub's event file: the `payload` input of workflow_dispatch, or the \
            client_payload of repository_dispatch.
            """,
            valueName: "file"),
        completion: .file()
    )
    var fromEvent: String?

    @Flag(help: "Do what is due by now, without reading a payload.")
    var due = false

    @Flag(
        help: """
            Treat the payload as the list of all alerts that are firing now. An alert ends when it is \
            missing from two such lists, at least two minutes apart.
            """
    )
    var snapshot = false

    @Flag(
        help: """
            Also show which rule matches each alert, and why the others do not. The alerts are still \
            recorded.
            """
    )
    var explain = false

    @Flag(help: "Accept alerts that started more than 24 hours ago or start in the future.")
    var acceptStart = false

    @Flag(help: "Print ledger, publish, review or withdraw before each path.")
    var plan = false

    @Option(
        help: ArgumentHelp(
            "Mark this record as declined, because its pull request was closed.", valueName: "record")
    )
    var declined: String?

    @OptionGroup var options: SiteOptions

    func validate() throws {
        let given = [
            ("a file", file != nil), ("--from-event", fromEvent != nil), ("--due", due),
            ("--declined", declined != nil),
        ]
        .filter(\.1).map(\.0)
        if given.count > 1 { throw ValidationError("\(given[0]) and \(given[1]) cannot be used together") }
        guard due || declined != nil else { return }
        let ofPayloads = [("--from", format != nil), ("--snapshot", snapshot), ("--explain", explain)]
        if let (option, _) = ofPayloads.first(where: \.1) {
            throw ValidationError("\(option) needs a payload")
        }
    }

    func run() throws {
        let console = Console()
        let isWhole = try console.reportingErrors {
            let site = try AuthoredSite(options, awaitsReview: true)
            let delivery = try payload().map { try $0.delivery(as: format) }
            if snapshot, delivery?.listedSources.isEmpty == true {
                throw CommandError(
                    "--snapshot: this payload is not a list of all alerts that are firing",
                    hint: "get the list from Alertmanager's `/api/v2/alerts`")
            }
            var run = try AlertRun(in: site, console: console)
            if let declined { try run.decline(declined) }
            if let delivery {
                try run.take(delivery, isSnapshot: snapshot, explaining: explain)
            }
            if declined == nil {
                try run.follow(
                    acceptingAnyStart: acceptStart, statingTimes: options.clock.givenNow != nil)
            }
            for step in try run.finish() { try console.write(line: plan ? step.line : step.path) }
            return run.isWhole
        }
        if !isWhole { throw ExitCode(3) }
    }

    /// Returns the payload, or `nil` if none is to be read.
    private func payload() throws -> AlertPayload? {
        if due || declined != nil { return nil }
        return try fromEvent.map { try AlertPayload(ofEvent: $0) } ?? AlertPayload(file: file)
    }
}

extension AlertFormat: ExpressibleByArgument {}
