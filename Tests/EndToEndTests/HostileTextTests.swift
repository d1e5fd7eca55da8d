import Foundation
import StatusSite
import Testing

/// A record's text moves no terminal's cursor and gives a CI service no command, whatever prints it.
@Suite struct HostileTextTests {
    private static let escape = "\u{1B}[2J"

    private static let site = [
        "status.yml": """
        site: {title: "Small ##[error]site", url: "https://status.example.com"}
        components: [{id: api, name: "API ##[error]part"}]
        severities: {SEV-1: {component_status: major_outage}}

        """,
        "incidents/slow.md": """
        ---
        title: "::error::title ##[error]title"
        severity: SEV-1
        components: {api: major_outage}
        started: 2026-01-02T16:58Z
        tags: ["::error::tag", "##[error]tag"]
        ---

        [INVESTIGATING 2026-01-02 17:45 UTC] It is \(escape)down. \(String(repeating: "Long words. ", count: 9))

        ::error::text

        and ::warning::text ##[error]text ##vso[task.setvariable variable=a]text

        ```
        ::set-env name=A::code ##[error]code
        ```

        """,
    ]

    private static let commands =
        [
            "status", "status --json", "check", "check --format json", "diff", "diff --format json",
            "diff --format markdown", "announce --since HEAD", "announce --since HEAD --format email",
            "new '##[error]new' '::error::new' --severity SEV-1", "update slow MONITORING '##[error]update'",
            "build", "build --site '::error::site'", "announce '##[error]id'", "--no-such-##[error]option",
        ] + ["markdown", "html", "csv", "json"].map { "report 2026-01 --format \($0)" }
        + Announcer.Format.allCases.map { "announce slow --format \($0)" }

    private static func repository() throws -> Repository {
        let repository = try Repository()
        try repository.write(site["status.yml"] ?? "", to: "status.yml")
        try repository.commit()
        for (path, text) in site { try repository.write(text, to: path) }
        return repository
    }

    @Test(arguments: commands)
    func noCommandPrintsWhatActs(arguments: String) throws {
        let now = arguments.hasPrefix("--") ? "" : "--now 2026-01-03T12:00Z"
        let repository = try Self.repository()
        let result = try Bash().run("allclear \(arguments) \(now) || true", in: repository.path)
        let written = result.output + result.error
        #expect(!written.isEmpty)
        for line in written.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).map(
            String.init
        ) {
            #expect(!line.contains(#/^\s*::/#), "\(line)")
            #expect(!line.contains(#/##[A-Za-z]*\[/#), "\(line)")
        }
        #expect(!written.unicodeScalars.contains("\u{1B}"))
    }

    @Test func formatsForProgramsSayTheSameAsTheRecord() throws {
        let repository = try Self.repository()
        let run = { (arguments: String) in
            try Bash().run("allclear \(arguments) --now 2026-01-03T12:00Z", in: repository.path).output
        }
        let message = try JSONSerialization.jsonObject(
            with: Data(try run("announce slow --format json").utf8)
        )
        #expect("\(message)".contains("::error::title ##[error]title"))
        let mail = try run("announce slow --format email")
        #expect(mail.contains("\r\n:=3Aerror::text\r\n") && mail.contains("##=5Berror]text"))
        let report = try run("report 2026-01 --format html")
        #expect(report.contains("<title>") && report.contains("##&#91;error]site"))
    }

    @Test func workflowCommandsOfCheckAreItsOwn() throws {
        let repository = try Self.repository()
        try repository.write("no ##[error]matter", to: "incidents/##[group]a.md")
        let result = try Bash().run("allclear check --format github || true", in: repository.path)
        #expect(!result.output.isEmpty)
        for line in result.output.split(separator: "\n") {
            #expect(line.hasPrefix("::error file=") || line.hasPrefix("::warning file="))
            #expect(!line.contains(#/##[A-Za-z]*\[/#), "\(line)")
        }
    }
}
