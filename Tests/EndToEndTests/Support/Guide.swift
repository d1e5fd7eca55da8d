import Foundation

/// A guide of `docs/`: the commands that it tells people to type, and what it says that they show.
///
/// A fence `sh` is run, one after the other in one shell; `sh not-run` is not. `sh now=2026-01-02T17:05Z` is run at
/// that instant, and so is all behind it. A plain fence right behind it holds what a terminal shows. A fence such as
/// `yaml status.yml` holds the file of that path.
struct Guide {
    private(set) var steps: [Step] = []
    /// The texts of files, by their paths.
    private(set) var files: [String: String] = [:]
    private let lines: [Substring]

    /// Commands, and what they show.
    struct Step {
        let line: Int
        let now: String?
        let script: String
        /// Which lines of the guide hold what is shown; nothing where it does not say.
        var shown: Range<Int>?
    }

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var start = 0
        while let open = lines[start...].firstIndex(where: { $0.hasPrefix("```") }),
            let close = lines[(open + 1)...].firstIndex(of: "```")
        {
            take(
                open + 1..<close,
                info: lines[open].dropFirst(3),
                isNext: lines[start..<open].allSatisfy(\.isEmpty)
            )
            start = close + 1
        }
    }
}

extension Guide {
    /// What the guide says that the step shows.
    func shown(of step: Step) -> String? {
        step.shown.map { lines[$0].joined(separator: "\n") }
    }

    /// The guide with what was really shown, one text a step.
    func updated(with outputs: [String]) -> String {
        var result: [Substring] = []
        var start = 0
        for (step, output) in zip(steps, outputs) {
            guard let shown = step.shown else { continue }
            result +=
                lines[start..<shown.lowerBound]
                + output.split(separator: "\n", omittingEmptySubsequences: false)
            start = shown.upperBound
        }
        return (result + lines[start...]).joined(separator: "\n")
    }
}

private extension Guide {
    mutating func take(_ content: Range<Int>, info: Substring, isNext: Bool) {
        let words = info.split(separator: " ")
        if words.first == "sh", !words.contains("not-run") {
            let now = words.first { $0.hasPrefix("now=") }.map { String($0.dropFirst(4)) }
            let script = lines[content].joined(separator: "\n")
            steps.append(Step(line: content.lowerBound, now: now, script: script))
        } else if words.isEmpty, isNext, !steps.isEmpty {
            steps[steps.count - 1].shown = content
        } else if words.count == 2, words.first != "sh" {
            files[String(words[1])] = lines[content].joined(separator: "\n") + "\n"
        }
    }
}
