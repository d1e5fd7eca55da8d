import StatusModel

/// The numbering of the groups in which incidents are counted: all incidents, then severities, components and tags.
struct ResponseGroups: Sendable {
    /// The number of the group of all incidents.
    static let all = 0
    /// The numbers of the severities' groups.
    let ofSeverities: Range<Int>
    /// The numbers of the components' groups.
    let ofComponents: Range<Int>
    /// The numbers of the tags' groups.
    let ofTags: Range<Int>
    /// The tags of all incidents, each once, in the order of their bytes.
    let tags: [String]
    private let numbersOfTags: [String: Int]

    init(of page: StatusPage, _ incidents: [IncidentFacts]) {
        let tags = Set(incidents.lazy.flatMap { $0.record.tags })
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        ofSeverities = 1..<1 + page.severities.count
        ofComponents = ofSeverities.upperBound..<ofSeverities.upperBound + page.components.count
        ofTags = ofComponents.upperBound..<ofComponents.upperBound + tags.count
        numbersOfTags = Dictionary(uniqueKeysWithValues: zip(tags, ofTags))
        self.tags = tags
    }

    /// The number of groups.
    var count: Int { ofTags.upperBound }

    /// Appends the groups that the incident belongs to, each once.
    func append(groupsOf incident: IncidentFacts, to groups: inout [Int]) {
        groups += [Self.all, ofSeverities.lowerBound + incident.severity]
        for component in incident.timeline.components { groups.append(ofComponents.lowerBound + component) }
        let firstTag = groups.count
        for tag in incident.record.tags {
            guard let number = numbersOfTags[tag], !groups[firstTag...].contains(number) else { continue }
            groups.append(number)
        }
    }
}
