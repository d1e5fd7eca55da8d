import Diagnostics
import Importers

/// The outcome for every file, for a person at a terminal: first what needs no attention, last what was refused.
struct ImportReport {
    private let imported: Imported
    private let arrivals: Arrivals
    private let source: String
    private let folder: String
    private let isDryRun: Bool

    init(
        of imported: Imported,
        _ arrivals: Arrivals,
        from source: String,
        into folder: String,
        isDryRun: Bool
    ) {
        (self.imported, self.arrivals) = (imported, arrivals)
        (self.source, self.folder, self.isDryRun) = (source, folder, isDryRun)
    }

    /// One line for each file and each remark, with a section, and a count, for each outcome.
    var text: String {
        let results = imported.results
        let refused = section("refused", results.filter { $0.outcome == .refused }, as: lines)
        if imported.isRefused { return refused + "allclear: nothing was imported, and no file was written\n" }
        let records = results.filter { if case .imported = $0.outcome { true } else { false } }
        let sections = [
            section("not records", results.filter(\.isNoRecord), as: noRecordLines),
            section("fully imported", records.filter(\.remarks.isEmpty), as: lines),
            section("read for status.yml", results.filter { $0.outcome == .settings }, as: lines),
            section("imported, with remarks", records.filter { !$0.remarks.isEmpty }, as: lines),
        ]
        return sections.joined() + refused + leftAlone + summary(records)
    }
}

private extension ImportReport {
    func section(_ title: String, _ results: [FileResult], as lines: ([FileResult]) -> [String]) -> String {
        guard !results.isEmpty else { return "" }
        return "\(title) (\(results.count)):\n" + lines(results).map { "  \(printable($0))\n" }.joined()
            + "\n"
    }

    func lines(of results: [FileResult]) -> [String] {
        results.flatMap { result in
            result.remarks.isEmpty
                ? [result.name]
                : result.remarks.map { "\(place($0.location)): \(result.label)\($0.message)" }
        }
    }

    /// Returns lines about files that are not records, grouped by reason.
    func noRecordLines(of results: [FileResult]) -> [String] {
        let reasons = Dictionary(grouping: results, by: \.reason)
        return reasons.sorted { $0.key < $1.key }.flatMap { reason, results in
            let names = results.prefix(Self.longest).map(\.name)
            let rest = results.count - names.count
            return ["\(reason):"] + names.map { "  \($0)" } + (rest > 0 ? ["  and \(rest) more"] : [])
        }
    }

    static let longest = 10

    func place(_ location: SourceLocation) -> String {
        let isFile = source == location.path || source.hasSuffix("/" + location.path)
        let path = isFile ? source : source + "/" + location.path
        return "\(path):\(location.line):\(location.column)"
    }

    var leftAlone: String {
        guard !arrivals.leftAlone.isEmpty else { return "" }
        return
            "not replaced, because they already exist and differ from the import (\(arrivals.leftAlone.count)):\n"
            + arrivals.leftAlone.map { "  \(printable($0))\n" }.joined()
            + "  to replace a file, delete it and import again\n\n"
    }

    func summary(_ records: [FileResult]) -> String {
        let refused = imported.results.count { $0.outcome == .refused }
        let remarked = records.count { !$0.remarks.isEmpty }
        let files = arrivals.new.count == 1 ? "1 file" : "\(arrivals.new.count) files"
        let written = "\(files) \(isDryRun ? "to be written" : "written") to `\(folder)`"
        return
            "allclear: \(RecordCount(records.count)) imported (\(remarked) with remarks), \(refused) refused"
            + ": \(written), \(arrivals.unchanged.count) unchanged, \(arrivals.leftAlone.count) not replaced\n"
    }
}

private extension FileResult {
    var label: String { part.map { "\($0): " } ?? "" }

    var name: String { part.map { "\(path): \($0)" } ?? path }

    var isNoRecord: Bool { !reason.isEmpty }

    var reason: String {
        if case .notARecord(let reason) = outcome { reason } else { "" }
    }
}
