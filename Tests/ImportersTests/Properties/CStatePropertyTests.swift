import Diagnostics
import StatusModel
import Testing

@testable import Importers

/// Whatever an issue of cState says, its record says the same. What it says is worked out from its plan.
///
/// Source: cState's templates. An issue is over with `resolvedWhen`, and gives its severity to the systems that it
/// names; its text changes nothing.
@Suite struct CStatePropertyTests {
    @Test(arguments: 0..<600)
    func aRecordSaysWhatTheIssueSays(seed: Int) throws {
        var plan = IssuePlan(seed: seed)
        let source = Source.cstate(plan.text)
        try plan.sighting.expect(of: source, components: ["Crane API", "Web"], seed: seed)
    }
}

/// An issue that somebody could write.
private struct IssuePlan {
    private var chance: Chance
    private let title: String
    private let startedAt: Instant
    private let resolvedAt: Instant?
    private let saysWhen: Bool
    private let severity: String
    private let affected: [String]
    private let isInformational: Bool
    private var body = ""
    private var lastEnd: Instant?

    init(seed: Int) {
        var chance = Chance(seed: seed)
        let isMaintenance = chance.once(in: 8)
        title = chance.pick(Said.titles) + (isMaintenance ? " maintenance" : "")
        startedAt = Instant(seconds: 1_709_280_000 + 60 * chance.number(0...1_000))
        let isOver = isMaintenance || !chance.once(in: 3)
        saysWhen = isMaintenance || !chance.once(in: 4)
        resolvedAt = isOver ? startedAt + 60 * chance.number(isMaintenance ? 1...90 : 0...90) : nil
        severity = isMaintenance ? "notice" : chance.pick(["down", "disrupted", "notice"])
        affected = chance.some(of: ["Crane API", "Web"])
        isInformational = chance.once(in: 10)
        self.chance = chance
        writeBody()
    }

    var sighting: Sighting {
        let isMaintenance = title.hasSuffix("maintenance") && severity == "notice"
        let status: ComponentStatus =
            switch severity {
            case _ where isMaintenance: .underMaintenance
            case "down": .majorOutage
            case "disrupted": .partialOutage
            default: .degradedPerformance
            }
        let overAt = resolvedAt.map { saysWhen ? $0 : lastEnd ?? startedAt }
        return Sighting(
            title: title,
            startedAt: startedAt,
            overAt: overAt,
            components: isInformational ? [] : affected,
            statuses: [(startedAt, status)]
        )
    }

    /// Blocks of text, some of them with a time and a word, most of them after the start.
    private mutating func writeBody() {
        for _ in 0..<chance.number(0...4) {
            // Undated words for the end would be those of the next time.
            let text = chance.pick(Said.texts.filter { saysWhen || !$0.hasPrefix("**Resolved**") })
            let isEarly = chance.once(in: 12)
            let at = startedAt + 60 * (isEarly ? -chance.number(1...60) : chance.number(0...2_000))
            let word = chance.pick([
                "Investigating", "Identified", "Monitoring", "Resolved", "Update", "Fixed", "",
            ])
            let isPlain = text.split(separator: "\n").count == 1 && text.first?.isLetter ?? false
            guard isPlain, chance.once(in: 2) else {
                body += text + "\n\n"
                continue
            }
            body += (word.isEmpty ? "" : "*\(word)* - ") + text + " {{< track \"\(at.spaced)\" >}}\n\n"
            if word == "Resolved", at >= startedAt { lastEnd = max(lastEnd ?? at, at) }
        }
    }
}

extension Instant {
    fileprivate var spaced: String { description.replacing("T", with: " ").replacing("Z", with: "") }
}

// MARK: - Front matter

extension IssuePlan {
    /// The file, in one of the ways to write it.
    var text: String {
        mutating get {
            switch chance.number(0...4) {
            case 0: return toml + body
            case 1: return json + body
            case 2: return "---\n" + lines { "\"" + $0.escapedByNumbers + "\"" } + "---\n" + body
            case 3: return "---\n" + lines { "'" + $0.replacing("'", with: "''") + "'" } + "---\n" + body
            default:
                return "---\n" + lines { "\"" + $0.escapedByNumbers + "\"" } + "tabbed:\n\t- a: b: c\n---\n"
                    + body
            }
        }
    }

    private func lines(quoted: (String) -> String) -> String {
        var lines = ["title: \(quoted(title))", "date: \(startedAt.spaced)", "severity: \(severity)"]
        lines.append("resolved: \(resolvedAt != nil)")
        if let resolvedAt, saysWhen { lines.append("resolvedWhen: \(resolvedAt.written)") }
        if !affected.isEmpty { lines += ["affected:"] + affected.map { "  - \(quoted($0))" } }
        if isInformational { lines.append("informational: true") }
        return lines.map { $0 + "\n" }.joined()
    }

    private var toml: String {
        var lines = [
            "title = \"\(title.escapedByNumbers)\"", "date = \(startedAt.written)",
            "severity = '\(severity)'",
        ]
        lines.append("resolved = \(resolvedAt != nil)")
        if let resolvedAt, saysWhen { lines.append("resolvedWhen = \"\(resolvedAt.spaced)\"") }
        lines.append("affected = [\n" + affected.map { "  \"\($0)\",  # a system\n" }.joined() + "]")
        if isInformational { lines.append("informational = true") }
        return "+++\n" + lines.map { $0 + "\n" }.joined() + "[extra]\ncolor = \"\"\"\nred\"\"\"\n+++\n"
    }

    private var json: String {
        var lines = ["\"title\": \"\(title.escapedByNumbers)\"", "\"date\": \"\(startedAt.written)\""]
        lines += ["\"severity\": \"\(severity)\"", "\"resolved\": \(resolvedAt != nil)"]
        if let resolvedAt, saysWhen { lines.append("\"resolvedWhen\": \"\(resolvedAt.written)\"") }
        lines.append("\"affected\": [" + affected.map { "\"\($0)\"" }.joined(separator: ", ") + "]")
        if isInformational { lines.append("\"informational\": true") }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }
}

extension String {
    /// Each character that is no letter, digit or blank of ASCII as the number or the pair of numbers that JSON has.
    var escapedByNumbers: String {
        utf16.map { unit in
            let isPlain = unit < 0x80 && (Character(Unicode.Scalar(UInt8(unit))).isLetter || unit == 0x20)
            let digits = String(unit, radix: 16)
            return isPlain
                ? String(Unicode.Scalar(UInt8(unit)))
                : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
