import StatusModel

/// All lists by which an old record can be found: by year, component, severity and tag.
struct Archive: Sendable {
    /// The years in which records began, newest first.
    let years: [RecordList]
    /// The records of each component, in the page's order; `nil` for a component without any.
    let components: [RecordList?]
    /// The incidents of each severity, the highest first; `nil` if none reached it.
    let severities: [RecordList?]
    /// The records of each tag.
    let tags: [String: RecordList]
    /// The years of the lists that are too long for one page, newest first.
    private let parts: [RecordList.Subject: [RecordList]]

    init(of historyEntries: [HistoryEntry], on page: StatusPage, severityAnchors: [String]) {
        let sorting = Sorting(historyEntries, on: page, anchors: severityAnchors)
        years = sorting.years(of: .everything, Array(historyEntries.indices))
        components = page.components.indices.map { sorting.list(of: .component($0)) }
        severities = page.severities.indices.map { sorting.list(of: .severity($0)) }
        tags = sorting.tags.mapValues { sorting.list(of: $0) }.compactMapValues { $0 }
        parts = Dictionary(
            ((components + severities).compactMap { $0 } + tags.values).filter(\.isSplit)
                .map { ($0.subject, sorting.years(of: $0.subject, $0.places)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension Archive {
    /// All lists, in an order that is the same for each build.
    var lists: [RecordList] {
        let byTag = tags.sorted { $0.key < $1.key }.map(\.value)
        return years
            + ((components + severities).compactMap { $0 } + byTag).flatMap { [$0] + years(of: $0.subject) }
    }

    /// Returns the pages of the subject's years, newest first; empty if one page holds all its records.
    func years(of subject: RecordList.Subject) -> [RecordList] {
        subject == .everything ? years : parts[subject] ?? []
    }

    /// Returns all lists of the component's records.
    func lists(of component: Component.Index) -> [RecordList] {
        [components[component]].compactMap { $0 } + years(of: .component(component))
    }

    /// Returns the page of the year; `nil` if no record began in it.
    func list(of year: Int) -> RecordList? { years.first { $0.year == year } }
}

/// A sorting of records into lists.
private struct Sorting {
    private let historyEntries: [HistoryEntry]
    private let page: StatusPage
    private let anchors: [String]
    /// Each tag as a subject.
    let tags: [String: RecordList.Subject]
    private var places: [RecordList.Subject: [Int]] = [:]

    init(_ historyEntries: [HistoryEntry], on page: StatusPage, anchors: [String]) {
        (self.historyEntries, self.page, self.anchors) = (historyEntries, page, anchors)
        let names = Set(historyEntries.flatMap(\.record.tags)).sorted()
        tags = Dictionary(
            zip(names, names.namesInAddresses).map { ($0, .tag($0, inAddresses: $1)) },
            uniquingKeysWith: { first, _ in first }
        )
        for (place, entry) in historyEntries.enumerated() {
            for component in entry.components {
                places[.component(component), default: []].append(place)
            }
            if let rank = entry.severity { places[.severity(rank), default: []].append(place) }
            for tag in Set(entry.record.tags).compactMap({ tags[$0] }) {
                places[tag, default: []].append(place)
            }
        }
    }

    /// Returns all records of the subject; `nil` if it has none.
    func list(of subject: RecordList.Subject) -> RecordList? {
        places[subject].map { list(of: subject, in: nil, $0) }
    }

    /// Returns the records by year, newest first.
    ///
    /// They are sorted by time, so those of a year are adjacent.
    func years(of subject: RecordList.Subject, _ places: [Int]) -> [RecordList] {
        Dictionary(grouping: places) { page.zone.day(of: historyEntries[$0].startsAt).year }
            .sorted { $0.key > $1.key }
            .map { list(of: subject, in: $0.key, $0.value) }
    }

    private func list(of subject: RecordList.Subject, in year: Int?, _ places: [Int]) -> RecordList {
        RecordList(
            subject: subject,
            year: year,
            path: RecordList.path(of: subject, in: year, on: page, anchors: anchors),
            places: places
        )
    }
}
