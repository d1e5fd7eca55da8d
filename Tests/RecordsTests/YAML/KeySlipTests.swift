import Diagnostics
import Testing

@testable import Records

/// Keys that YAML does not take for keys: told on their line, with the line to write.
@Suite struct KeySlipTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func mistakes(_ text: String) -> [(place: String, hint: String)] {
        site.read(text).diagnostics.inOrder
            .map { ("\($0.location.line):\($0.location.column) \($0.id.rawValue)", $0.hint ?? "") }
    }

    private func one(_ text: String, _ place: String, _ hint: String) {
        let found = mistakes(text)
        #expect(found.map(\.place) == [place])
        #expect(found.first?.hint == hint)
    }

    @Test(arguments: [
        ("severity:SEV-2", "3:9 yaml-syntax", "write `severity: SEV-2`"),
        ("severity\u{FF1A}SEV-2", "3:9 yaml-syntax", "write `severity: SEV-2`"),
        ("severity\u{FF1A} SEV-2", "3:9 yaml-syntax", "write `severity: SEV-2`"),
        ("severity:\u{A0}SEV-2", "3:9 yaml-syntax", "write `severity: SEV-2`"),
        ("ticket:\"OPS-7\"", "3:7 yaml-syntax", "write `ticket: \"OPS-7\"`"),
        ("severity = SEV-2", "3:10 yaml-syntax", "write `severity: SEV-2`"),
        (
            "severity SEV-2", "3:1 yaml-syntax",
            "write `key: value`, or indent the line if it continues the text above it"
        ),
        ("ticket: \"OPS\" 7", "3:15 yaml-syntax", "write `ticket: \"\\\"OPS\\\" 7\"`"),
        ("tags: [OPS #7]", "3:12 yaml-comment", "put the text in double quotes: `\"OPS #7\"`"),
    ])
    func colonWithoutABlankIsTold(line: String, place: String, hint: String) {
        let found = mistakes("---\ntitle: Slow\n\(line)\n---\n")
        #expect(found.first?.place == place)
        #expect(found.first?.hint == hint)
    }

    @Test func keyBetweenBracesWithoutABlankIsTold() {
        let found = mistakes("---\ntitle: Slow\nmaintenance: {from:2026-01-02T16:00Z}\n---\n")
        #expect(
            found.contains { $0.place == "3:15 yaml-syntax" && $0.hint == "write `from: 2026-01-02T16:00Z`" }
        )
    }

    @Test func firstKeyWithoutABlankIsTold() {
        one("---\ntitle:Slow\nseverity: SEV-2\n---\n", "2:6 yaml-syntax", "write `title: Slow`")
        one("---\ntitle:Slow\n---\n", "2:6 yaml-syntax", "write `title: Slow`")
    }

    @Test func firstKeyOfAnInnerMapIsToldAtItsLine() {
        let text = "---\ntitle: Slow\ncomponents:\n  web:degraded\n  story-api: partial\n---\n"
        one(text, "4:6 yaml-syntax", "write `web: degraded`")
    }

    @Test(arguments: [
        (" severity: SEV-2", "3:10 yaml-unquoted-colon"),
        ("components:\n  web: partial\n story-api: major", "5:2 yaml-syntax"),
        ("components:\n    web: partial\n  story-api: major", "5:3 yaml-syntax"),
        ("components:\n  web: partial\n   story-api: major", "5:13 yaml-unquoted-colon"),
        ("components: {web: partial}\n  story-api: major", "4:3 yaml-syntax"),
        ("components:\n  - web\n - story-api", "5:2 yaml-syntax"),
        ("tags: [a]\n  - b", "4:3 yaml-syntax"),
        ("components:\n\u{A0}\u{A0}web: partial", "4:1 yaml-tab"),
        ("components:\n\u{3000}web: partial", "4:1 yaml-tab"),
    ])
    func keyInAColumnOfItsOwnIsTold(lines: String, place: String) {
        let found = mistakes("---\ntitle: Slow\n\(lines)\nstarted: 2026-01-02T16:00Z\n---\n")
        #expect(found.map(\.place) == [place])
        #expect(found.allSatisfy { !$0.hint.contains("put text that contains") })
    }

    @Test func indentedKeyHasTheLinesToWrite() {
        let found = mistakes("---\ntitle: Slow\ncomponents:\n  web: partial\n story-api: major\n---\n")
        #expect(found.first?.hint == "write `story-api: major` or `  story-api: major`")
        let first = mistakes("---\n title: Slow\nseverity: SEV-2\n---\n")
        #expect(first.map(\.place) == ["3:1 yaml-syntax"])
        #expect(first.first?.hint == "start all of these keys in the first column")
    }

    @Test(arguments: [
        (#""Slow \ud83d\ude00""#, "2:14", "write the character itself: `title: \"Slow 😀\"`"),
        (#""C:\Users""#, "2:11", #"write `title: 'C:\Users'`"#),
        (#""it's C:\Users""#, "2:16", #"write `title: "it's C:\\Users"`"#),
        (#""50\% slower""#, "2:11", #"write `title: '50\% slower'`"#),
        (#""C:\""#, "2:8", #"`\"` does not close it: put the text in single quotes, `'C:\'`"#),
    ])
    func escapeThatIsNoneIsTold(value: String, place: String, hint: String) {
        one("---\ntitle: \(value)\nseverity: SEV-2\n---\n", "\(place) yaml-syntax", hint)
    }

    @Test(arguments: [#""a \n\t\"\\ \x41 \u00e9 \U0001F600 \/""#, "\"a \\\n  b\"", #"'C:\Users'"#])
    func escapesOfYAMLPass(value: String) {
        #expect(site.toldOfKeys("ticket: \(value)").isEmpty)
    }

    @Test(arguments: [
        ("--\ntitle: Slow\n---\n", "1:1 missing-front-matter", "the first line must be `---`, three hyphens"),
        (
            "\u{2014}\ntitle: Slow\n---\n", "1:1 missing-front-matter",
            "autocorrect replaced the hyphens with a dash: the first line must be `---`"
        ),
        ("\n\n---\ntitle: Slow\n---\n", "1:1 missing-front-matter", "delete everything before `---`"),
        (
            "---\ntitle: Slow\n\u{2014}\nText\n", "3:1 unclosed-front-matter",
            "autocorrect replaced the hyphens with a dash: write `---`"
        ),
        ("---\ntitle: Slow\n----\nText\n", "3:1 unclosed-front-matter", "write `---`, three hyphens"),
        (
            "---\ntitle: Slow\nText\n", "1:1 unclosed-front-matter",
            "add a `---` line between the keys and the text"
        ),
    ])
    func lineThatWasToBeAFenceIsTold(text: String, place: String, hint: String) {
        one(text, place, hint)
    }

    /// Whatever columns an author chooses, what is YAML is not refused for them.
    @Test func anyColumnsThatYAMLAllowsPass() {
        var noise = Noise(seed: 7)
        for _ in 0..<400 {
            var number = 0
            let yaml = Self.map(at: 0, depth: 0, &number, &noise)
            let found = Findings()
            let file = SourceFile(path: "x.yml", bytes: Array(yaml.utf8))
            let root = YAMLText(file: file, range: 0..<file.bytes.count).compose(into: found)
            #expect(root != nil && found.all.isEmpty, "\(yaml)\n\(found.all.map(\.message))")
        }
    }

    private static func map(at column: Int, depth: Int, _ number: inout Int, _ noise: inout Noise) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &noise) {
            number += 1
            let start = String(repeating: " ", count: column) + "key\(number):"
            switch depth < 4 ? Int.random(in: 0..<9, using: &noise) : 0 {
            case 0: text += start + " text goes on\n"
            case 1: text += start + " \"quoted: #\"\n"
            case 2:
                text += start + " text\n" + String(repeating: " ", count: column + 3) + "that goes on # so\n"
            case 3: text += start + " |\n" + String(repeating: " ", count: column + 2) + "a: b:\n\n"
            case 4: text += start + " {a: 1,\n" + String(repeating: " ", count: column + 1) + "b: [x, y]}\n"
            case 5:
                text +=
                    start + " # a remark\n\n"
                    + map(
                        at: column + Int.random(in: 1...5, using: &noise),
                        depth: depth + 1,
                        &number,
                        &noise
                    )
            case 6:
                let inner = column + Int.random(in: 0...4, using: &noise)
                text += start + "\n"
                for _ in 0..<2 { text += String(repeating: " ", count: inner) + "- item:of a list\n" }
            case 7:
                let inner = column + Int.random(in: 0...4, using: &noise)
                text += start + "\n"
                for _ in 0..<2 {
                    let item = map(at: inner + 2, depth: depth + 1, &number, &noise)
                    text += String(repeating: " ", count: inner) + "- " + item.dropFirst(inner + 2)
                }
            default:
                text +=
                    start + "\n"
                    + map(
                        at: column + Int.random(in: 1...5, using: &noise),
                        depth: depth + 1,
                        &number,
                        &noise
                    )
            }
        }
        return text
    }
}
