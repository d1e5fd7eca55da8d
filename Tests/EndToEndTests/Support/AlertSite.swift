import Diagnostics
import Foundation

@testable import allclear

/// A site with rules for alerts, and what senders would say to it.
struct AlertSite {
    private let scratch: Scratch

    init(then word: String = "review") throws {
        scratch = try Scratch()
        try scratch.write(Self.status(then: word), to: "status.yml")
    }

    var path: String { scratch.path }

    /// Where the record of ``firing(on:from:)`` is.
    static let record = "incidents/2026/2026-11-28-payments-fail-for-some-customers.md"
    /// The key of ``firing(on:from:)`` as the ledger has it.
    static let key = String(SHA256.hexDigest(of: Array("shop\0https://mon.example.com/1".utf8)).prefix(16))

    static func status(then word: String) -> String {
        """
        site: {title: Example Status, url: "https://status.example.com"}
        components: [{id: checkout, name: Checkout}, {id: api, name: API}]
        severities: {SEV-1: {component_status: major}, SEV-2: {component_status: partial}}
        texts:
          payments-fail:
            title: Payments fail for some customers
            text: Our monitoring reports that some payments fail. We are looking into it.
            MONITORING: Our monitoring reports that payments work again. We keep watching.
        alerts:
          - {match: {service: checkout}, component: checkout, severity: SEV-2, text: payments-fail, then: \(word)}
          - match: {source: pagerduty, service: Checkout, urgency: high}
            component: checkout
            severity: SEV-2
            text: payments-fail
            then: \(word)

        """
    }

    /// A payload of our own format.
    static func firing(on day: String = "2026-11-28", from time: String = "00:59:07") -> String {
        """
        {"source": "shop", "key": "https://mon.example.com/1", "status": "firing", \
        "started": "\(day)T\(time)Z", "labels": {"service": "checkout", "team": "Rosa Example"}}
        """
    }

    /// The end of ``firing(on:from:)``.
    static func resolved(_ time: String) -> String {
        """
        {"source": "shop", "key": "https://mon.example.com/1", "status": "resolved", \
        "started": "2026-11-28T00:59:07Z", "ended": "2026-11-28T\(time)Z", "labels": {"service": "checkout", "team": "Rosa Example"}}
        """
    }
}

extension AlertSite {
    func write(_ text: String, to file: String) throws { try scratch.write(text, to: file) }

    func text(_ file: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
    }

    func ledger(_ month: String = "2026-11") throws -> String { try text("alerts/\(month).csv") }

    func files() throws -> [String] { try Scratch.contents(of: path).keys.sorted() }

    func records() throws -> [String] { try files().filter { $0.hasPrefix("incidents/") } }

    /// All that is in the site's folder, but for `status.yml`.
    func allBytes() throws -> String {
        try Scratch.contents(of: path).filter { $0.key != "status.yml" }.map(\.value).joined()
    }

    func run(_ arguments: String...) throws -> Program.Result { try run(arguments) }

    func run(_ arguments: [String]) throws -> Program.Result {
        try Program.run(arguments + (arguments.contains("--site") ? [] : ["--site", path]))
    }

    /// A delivery at that time of 28 November 2026.
    func take(_ payload: String, at time: String, _ options: String...) throws -> Program.Result {
        try Program.run(
            ["alert", "-", "--site", path, "--now", "2026-11-28T\(time)Z"] + options, input: payload)
    }

    /// What is due at that time of the same day.
    func due(_ time: String, _ options: String...) throws -> Program.Result {
        try run(["alert", "--due", "--now", "2026-11-28T\(time)Z"] + options)
    }
}
