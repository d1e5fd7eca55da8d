import Foundation
import Records
import StatusModel
import Testing

@testable import allclear

/// The guides are executed: what they tell people to type works, and shows what they say.
/// `UPDATE_EXPECTED=1` writes into them what was shown.
@Suite struct GuideTests {
    static let guides = ["alerts", "first-incident", "restyling", "starting", "vendors", "verifying"] + teams

    /// A page for each kind of team.
    private static let teams =
        ((try? FileManager.default.contentsOfDirectory(atPath: ProjectFolder.path + "/docs/teams")) ?? [])
        .filter { $0 != "README.md" }.sorted().map { "teams/" + $0.dropLast(".md".count) }

    @Test(arguments: guides)
    func guideShowsWhatHappens(name: String) throws {
        let path = "docs/\(name).md"
        let guide = Guide(try ProjectFolder.text(of: path))
        #expect(guide.steps.count > 2)
        let outputs = try Self.outputs(of: guide)
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
            let lasting = zip(guide.steps, outputs).map { step, output in
                guide.shown(of: step).flatMap { Self.lasting($0) == Self.lasting(output) ? $0 : nil }
                    ?? output
            }
            try guide.updated(with: lasting)
                .write(toFile: ProjectFolder.path + "/" + path, atomically: true, encoding: .utf8)
            return
        }
        for (step, output) in zip(guide.steps, outputs) {
            guard let shown = guide.shown(of: step) else { continue }
            #expect(Self.lasting(output) == Self.lasting(shown), "\(path):\(step.line)")
        }
    }

    /// What each step shows at a terminal, in one shell for all.
    private static func outputs(of guide: Guide) throws -> [String] {
        let scratch = try Scratch()
        let steps = guide.steps.enumerated().map { number, step in
            let now = step.now.flatMap(Instant.init(writtenAs:)).map { "at \($0.seconds)\n" } ?? ""
            return "\(now){\n\(step.script)\n} > \(scratch.path)/\(number) 2>&1"
        }
        let at = """
            at() { export SOURCE_DATE_EPOCH=$1 GIT_AUTHOR_DATE="$1 +0000" GIT_COMMITTER_DATE="$1 +0000"; }
            mkdir \(scratch.path)/folder
            cd \(scratch.path)/folder

            """
        let result = try Bash().run(at + steps.joined(separator: "\n"), in: scratch.path)
        let outputs = guide.steps.indices.map { number in
            let text = try? String(contentsOfFile: "\(scratch.path)/\(number)", encoding: .utf8)
            return (text ?? "(was not run)").trimmingCharacters(in: .newlines)
        }
        #expect(result.status == 0, "\(result.error)\(outputs.joined(separator: "\n"))")
        return outputs
    }

    /// Without what differs with every run, or with every change of a built-in file.
    private static func lasting(_ text: String) -> String {
        text.replacing(/in \d+ ms/, with: "in … ms").replacing(/\d+ files: \d+ new/, with: "… files: … new")
            .replacing(/[0-9a-f]{16}|[0-9a-f]{12}/, with: "…")
    }
}
