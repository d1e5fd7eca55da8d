public import Alerts
public import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear alert`: alerts become rows of a ledger, and incidents in the team's own words.
struct Alert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes in alerts, and writes the incidents that your rules make of them.",
        discussion: """
            For example:

              allclear alert payload.json    # what your monitoring sent
              allclear alert --due           # nothing new came: what is due by the clock
              curl …/api/v2/alerts | allclear alert - --snapshot

            `alerts` in status.yml says which alerts become incidents. What is published comes from `texts` \
            alone. The ledger in alerts/ keeps when each alert fired, and nothing that an alert says: the same \
            alerts give the same ledger, in any order and however often they come.

            It prints the path of each file that it wrote. With --plan, each path has a word in front: ledger \
            and publish go to the main branch, review to a branch of its own, and withdraw names a record that \
            was over before anybody published it.

            Exit status 0: done, or nothing to do; 1: the payload, status.yml or the ledger cannot be read, and \
            nothing was written; 3: an alert matched, but its record has errors. The ledger was written.
            """
    )

    @Argument(help: "The payload, in a file; - or nothing to read it from standard input.")
    var file: String?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "The payload's format. (default: recognised by its shape)", valueName: "format")
    )
    var format: AlertFormat?

    @Option(
        help: ArgumentHelp(
            """
            Take the payload from GitHub's event file: the input `payload` of workflow_dispatch, or the \
            client_payload of repository_dispatch.
            """,
            valueName: "file"),
        completion: .file()
    )
    var fromEvent: String?

    @Flag(help: "Read no payload: do what is due by now.")
    var due = false

    @Flag(
        help: """
            The payload lists every alert that fires now. What the ledger has open and the payload lacks ends, \
            once two such lists at least two minutes apart agree.
            """
    )
    var snapshot = false

    @Flag(help: "Say for each alert which rule matches, and why the others do not.")
    var explain = false

    @Flag(help: "Take alerts that began more than 24 hours ago, or begin in the future.")
    var acceptStart = false

    @Flag(help: "Print a word before each path: ledger, publish, review or withdraw.")
    var plan = false

    @Option(
        help: ArgumentHelp(
            "Note that nobody wants this record: its pull request was closed.", valueName: "record")
    )
    var declined: String?

    @OptionGroup var options: SiteOptions

    func validate() throws {
        let given = [
            ("a file", file != nil), ("--from-event", fromEvent != nil), ("--due", due),
            ("--declined", declined != nil),
        ]
        .filter(\.1).map(\.0)
        if given.count > 1 { throw ValidationError("use either \(given[0]) or \(given[1]), not both") }
        guard due || declined != nil else { return }
        let ofPayloads = [("--from", format != nil), ("--snapshot", snapshot), ("--explain", explain)]
        if let (option, _) = ofPayloads.first(where: \.1) {
            throw ValidationError("\(option) is for a payload")
        }
    }

    func run() throws {
        let console = Console()
        let isWhole = try console.tellingRefusals {
            let site = try AuthoredSite(options, awaitsReview: true)
            let delivery = try payload().map { try $0.delivery(as: format) }
            if snapshot, delivery?.listedSources.isEmpty == true {
                throw Refusal(
                    "--snapshot: this payload is no list of every alert that fires",
                    hint: "take it from Alertmanager's `GET /api/v2/alerts`")
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

    /// `nil` if none is to be read.
    private func payload() throws -> AlertPayload? {
        if due || declined != nil { return nil }
        return try fromEvent.map { try AlertPayload(ofEvent: $0) } ?? AlertPayload(file: file)
    }
}

extension AlertFormat: ExpressibleByArgument {}
