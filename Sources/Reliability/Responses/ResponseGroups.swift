import StatusModel

/// The numbering of the groups that incidents are counted in: all of them, then severities, components
/// and tags.
struct ResponseGroups: Sendable {
    /// The tags of all incidents, each once, in the order of their bytes.
    let tags: [String]
    /// The numbers of the severities' groups.
    let severities: Range<Int>
    /// The numbers of the components' groups.
    let components: Range<Int>
    private let numbersOfTags: [String: Int]

    /// The number of the group of all incidents.
    static let all = 0

    init(of page: StatusPage) {
        let tags = Set(page.incidents.lazy.flatMap(\.record.tags))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        severities = 1..<1 + page.severities.count
        components = severities.upperBound..<severities.upperBound + page.components.count
        let first = components.upperBound
        numbersOfTags = Dictionary(uniqueKeysWithValues: zip(tags, first..<first + tags.count))
        self.tags = tags
    }

    /// How many groups there are.
    var count: Int { components.upperBound + tags.count }

    /// The numbers of the tags' groups.
    var ofTags: Range<Int> { components.upperBound..<count }

    /// The groups that an incident belongs to, each once.
    func groups(of incident: Incident, _ timeline: IncidentTimeline) -> [Int] {
        var groups = [Self.all, severities.lowerBound + incident.highestSeverity]
        for component in timeline.components { groups.append(components.lowerBound + component) }
        for tag in incident.record.tags {
            if let number = numbersOfTags[tag], !groups.contains(number) { groups.append(number) }
        }
        return groups
    }
}
