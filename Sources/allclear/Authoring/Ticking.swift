import Diagnostics
import Records
import StatusModel

/// An incident's checklists, while their items are being ticked.
struct Ticking {
    /// All items of the checklists.
    let items: [ChecklistItem]
    private let file: SourceFile
    private let reader: RecordReader

    /// Reads the checklists; refuses a record without any.
    init(of file: SourceFile, in site: AuthoredSite) throws {
        (self.file, reader) = (file, site.reader.knowing(file.path))
        let found: (severity: Severity, items: [ChecklistItem])?
        do {
            found = try reader.checklist(in: file)
        } catch { throw CommandError(error, in: file.path) }
        guard let (severity, items) = found else {
            throw CommandError("`\(file.path)` is not an incident", hint: "only incidents have checklists")
        }
        guard !items.isEmpty else {
            throw CommandError(
                "`\(severity.level)` has no `checklist` in `status.yml`",
                hint: "docs/severity-policy.md shows how to write one"
            )
        }
        self.items = items
    }
}

extension Ticking {
    /// Returns the items with the numbers that were typed, separated by spaces or commas.
    func items(numbered words: [String]) throws -> [ChecklistItem] {
        let numbers = try words.flatMap { $0.split { $0 == " " || $0 == "," } }.map { word in
            guard let number = Int(word) else {
                throw CommandError(
                    "`\(word)` is not a number", hint: "give the numbers of items, such as 2 3")
            }
            return number
        }
        return try Set(numbers).sorted().map { number in
            guard items.indices.contains(number - 1) else {
                throw CommandError(
                    "there is no item \(number)", hint: "items are numbered from 1 to \(items.count)")
            }
            return items[number - 1]
        }
    }

    /// Returns the file with the items ticked.
    func ticking(_ done: [ChecklistItem]) throws -> SourceFile {
        do {
            return try reader.ticking(done.map(\.text), in: file)
        } catch { throw CommandError(error, in: file.path) }
    }
}
