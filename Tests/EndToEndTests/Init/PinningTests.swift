import Foundation
import Testing

/// What people are given to run names what it runs by its bytes, keeps no token, and puts no value of others into a
/// shell's line.
@Suite struct PinningTests {
    @Test(arguments: files)
    func actionsAreNamedByTheirCommits(file: String) throws {
        for line in try Self.lines(of: file, beginningWith: "uses:") {
            #expect(
                line.contains(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$|OWNER\/allclear@COMMIT # v/),
                "\(file): \(line)"
            )
        }
    }

    @Test(arguments: files)
    func imagesAreNamedByTheirDigests(file: String) throws {
        let lines =
            try Self.lines(of: file, beginningWith: "image:") + Self.lines(of: file, beginningWith: "FROM ")
        for line in lines { #expect(line.contains(/@sha256:[0-9a-f]{64}\b/), "\(file): \(line)") }
    }

    @Test(arguments: files)
    func noCheckoutKeepsItsToken(file: String) throws {
        let text = try ProjectFolder.text(of: file)
        let checkouts = text.ranges(of: "uses: actions/checkout@")
        for checkout in checkouts {
            let step = text[checkout.upperBound...].split(separator: "- ", maxSplits: 1).first ?? ""
            #expect(step.contains("persist-credentials: false"), "\(file)")
        }
    }

    @Test(arguments: files)
    func noScriptHoldsAValueOfOthers(file: String) throws {
        let lines = try ProjectFolder.text(of: file).replacing("- run:", with: "  run:").split(
            separator: "\n"
        )
        for (index, line) in lines.enumerated() {
            let indentation = line.prefix { $0 == " " }
            guard line.dropFirst(indentation.count).hasPrefix("run:") else { continue }
            let script = [line] + lines[(index + 1)...].prefix { $0.hasPrefix(indentation + "  ") }
            #expect(!script.contains { $0.contains("${{") }, "\(file): \(line)")
        }
    }

    @Test(arguments: workflows)
    func whateverReadsRecordsPrintsBetweenMarks(workflow: String) throws {
        // What `check --format github` prints are commands.
        let prints = #/\ballclear (stamp|build|diff|announce|status|init|new|update)\b/#
        let mark = "mark=$(cat /proc/sys/kernel/random/uuid); exec 2>&1; echo \"::stop-commands::$mark\""
        for step in try ProjectFolder.text(of: workflow).split(separator: "\n      - ") {
            guard let script = step.split(separator: "run: |\n", maxSplits: 1).dropFirst().first else {
                continue
            }
            guard script.replacing("'allclear init --renew'", with: "").contains(prints) else { continue }
            #expect(step.contains(mark) && step.contains("\"::$mark::\""), "\(workflow): \(step)")
        }
    }

    static let workflows = ["alert", "check", "comment", "publish", "record"].map {
        "starter/github/dot-github/workflows/\($0).yml"
    }

    static let files =
        workflows + ["starter/gitlab/dot-gitlab-ci.yml", "action.yml", "Dockerfile"]
        + ["diff", "hosts", "installing"].map { "docs/\($0).md" }

    private static func lines(of file: String, beginningWith start: String) throws -> [String] {
        try ProjectFolder.text(of: file).split(separator: "\n")
            .map { $0.drop { $0 == " " || $0 == "-" } }
            .filter { $0.hasPrefix(start) }.map(String.init)
    }
}
