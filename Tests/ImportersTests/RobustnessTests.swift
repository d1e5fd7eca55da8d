import Diagnostics
import Testing

@testable import Importers

/// Whatever stands in a file, it is imported or refused.
@Suite struct RobustnessTests {
    @Test(arguments: frontMatterFormats)
    func everyBeginningOfAFileIsImportedOrRefused(format: ImportFormat) throws {
        let text = Array(Self.text.utf8)
        for count in 0...text.count {
            #expect(try results(of: Array(text.prefix(count)), format).count == 1)
        }
    }

    @Test(arguments: frontMatterFormats)
    func everyMissingLineIsBorne(format: ImportFormat) throws {
        let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
        for index in lines.indices {
            var rest = lines
            rest.remove(at: index)
            #expect(try results(of: Array(rest.joined(separator: "\n").utf8), format).count == 1)
        }
    }

    @Test(arguments: frontMatterFormats)
    func bytesThatAreNoTextAreRefused(format: ImportFormat) throws {
        let result = try #require(try results(of: Array(Self.text.utf8) + [0xFF, 0xFE], format).first)
        #expect(
            result.outcome == .refused && result.remarks.map(\.message) == ["the file is not valid UTF-8"])
    }

    @Test(arguments: frontMatterFormats)
    func aFileOfMoreThanAMebibyteIsRefusedAndNotCut(format: ImportFormat) throws {
        let bytes = Array((Self.text + String(repeating: "text\n", count: 1 << 18)).utf8)
        let result = try #require(try results(of: bytes, format).first)
        #expect(result.remarks.map(\.message) == ["the file is larger than 1 MiB"])
    }

    /// A pattern that tries every way to part such a line would not come back.
    @Test(
        arguments: [
            " ", "-", "a ", "[a", "2024-03-01 ", "::: ", "{{< ", "{{< track \"", "](", "](/issues/", "''",
            "\\\"", "<!--", "<!-- x -->", "`", "x <!-- ",
        ]
    )
    func longLinesOfOneThingAreRead(thing: String) throws {
        let line = String(repeating: thing, count: 100_000 / thing.utf8.count)
        for format in Self.frontMatterFormats {
            for text in [Self.text + "\n1" + line, Self.text.replacing("Late", with: "x" + line)] {
                #expect(try results(of: Array(text.utf8), format).count == 1)
            }
        }
    }

    static let frontMatterFormats: [ImportFormat] = [.cstate, .statusfy]

    private func results(of bytes: [UInt8], _ format: ImportFormat) throws -> [FileResult] {
        let (others, path) =
            switch format {
            case .cstate: (["config.yml": Source.cstateConfiguration], "content/issues/issue.md")
            case .statusfy: (["locales/en.json": Source.statusfyNames], "content/incident.md")
            default: (["no": "front matter"], "")
            }
        let files = others.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let imported = format.imported(from: files + [SourceFile(path: path, bytes: bytes)])
        return try #require(imported).results.filter { $0.path == path }
    }

    private static let text = """
        ---
        title: "Late: 'the' crane" # a comment
        date: 2024-03-01T08:05:00-00:00
        modified: 2024-03-01T09:05:00-00:00
        resolved: true
        resolvedWhen: 2024-03-01 9:00:00
        severity: disrupted
        affected: [Web, 'Crane API']
        affectedsystems:
          - web
        more: |
          of
          this
        ---
        It waits.

        *Identified* - The rope. {{< track "2024-03-01 08:30:00" >}}

        **Update at 2024-03-01 08:40 UTC**

        ::: update Resolved | 2024-03-01T09:00:00Z
        [RESOLVED] A new one.
        :::
        """
}
