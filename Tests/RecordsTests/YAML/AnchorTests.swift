import Diagnostics
import Testing

@testable import Records

/// Anchors never reach the library: one that stands for a list of lists used as a key would keep it busy
/// for ever.
@Suite struct AnchorTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    static let bomb = (1...9).map { level in
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            + "]\n"
    }
    .joined()

    @Test(.timeLimit(.minutes(1)))
    func aliasBombAsAKeyIsRefused() {
        let text = "---\na0: &a0 [x, x]\n\(Self.bomb)? *a9\n: x\n*a9 : y\ntitle: Slow\n---\n"
        let told = site.told(text)
        #expect(told.first == "2:5 error yaml-anchor")
        #expect(Set(told.map { $0.split(separator: " ")[2] }) == ["yaml-anchor"])
    }

    @Test(arguments: [
        "tags: &a [x]", "tags: [&a x]", "tags: [x, *a]", "tags: {k: &a x}", "tags: {\"k\":&a x}", "*a : x",
        "&a tags: x", "tags:\n  - &a x", "tags:\n- - &a x", "? &a tags\n: x", "? tags\n: &a x",
        "? tags\n: - &a x",
        "tags: !!str &a x", "tags: !<tag:yaml.org,2002:str> &a x", "tags: [!!str &a x]", "[x]: &a y",
        "{x: y}: &a y", "\"tags\": &a x", "tags: [? &a x : y]", "tags: [#, \"\n &a x, \"]",
        "tags:\n  'x'\nb: &a 'x'",
        "title: it\n  'tis x\nb: &a x\nc: y's", "internal: {a: |, b: &a x}", "impact: >\n  text\nb: &a x",
        "tags: ['it''s\n  x', &a y]", "--- &a x",
    ])
    func anchorIsSeenWhereverAValueBegins(yaml: String) {
        let told = site.told("---\n\(yaml)\n---\n")
        #expect(told.contains { $0.hasSuffix("error yaml-anchor") }, "\(told)")
    }

    @Test(arguments: [
        "title: R&D is slow", "title: R & D", "title: \"&a\"", "title: '*a'", "title: a *b* c",
        "title: slow\n  &still slow", "impact: |\n  &a x\n  *b", "impact: >-\n\n    &a x\n\n    *b",
        "tags: [R&D, a & b]", "internal:\n  note: it\n    *was* slow", "impact: 'it''s\n  &a'",
        "tags:\n  - |\n    *a\n  - b # *a", "# &a\ntitle: x", "tags: [a, # &a\n  b]",
    ])
    func textWithTheSameCharactersPasses(yaml: String) {
        let told = site.told("---\n\(yaml)\n---\n")
        #expect(!told.contains { $0.contains("yaml") }, "\(told)")
    }
}
