import Diagnostics
import Records
import StatusModel

/// An incident's checklists, while somebody ticks them.
struct Ticking {
    /// All that they ask for.
    let items: [ChecklistItem]
    private let file: SourceFile
    private let reader: RecordReader

    /// Refuses what has no checklist.
    init(of file: SourceFile, in site: AuthoredSite) throws {
        (self.file, reader) = (file, site.reader.knowing(file.path))
        let found: (severity: Severity, items: [ChecklistItem])?
        do {
            found = try reader.checklist(in: file)
        } catch { throw Refusal(error, in: file.path) }
        guard let (severity, items) = found else {
            throw Refusal("`\(file.path)` is no incident", hint: "only incidents have checklists")
        }
        guard !items.isEmpty else {
            throw Refusal(
                "`\(severity.level)` has no `checklist` in `status.yml`",
                hint: "docs/severity-policy.md shows how to write one"
            )
        }
        self.items = items
    }
}

extension Ticking {
    /// The open items of those numbers.
    func items(numbered numbers: [Int]) throws -> [ChecklistItem] {
        try Set(numbers).sorted().map { number in
            guard items.indices.contains(number - 1) else {
                throw Refusal(
                    "there is no item \(number)", hint: "they are numbered from 1 to \(items.count)")
            }
            let item = items[number - 1]
            guard !item.isDone else {
                throw Refusal(
                    "item \(number) is ticked already: \(item.text)", hint: "leave its number out")
            }
            return item
        }
    }

    /// The file with the items ticked.
    func ticking(_ done: [ChecklistItem]) throws -> SourceFile {
        do {
            return try reader.ticking(done.map(\.text), in: file)
        } catch { throw Refusal(error, in: file.path) }
    }
}
