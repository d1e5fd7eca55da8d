import StatusModel

/// The contents of `status.yml`, in plain values.
struct SiteDescription {
    var title: String
    var url: String
    var timeZone: String?
    var language: String?
    /// The color, as `#rrggbb`.
    var brandColor: String?
    var links: [Link] = []
    /// The id of the page at Statuspage.
    var statuspageID: String?
    /// The groups to list; a component's `group` makes others.
    var groups: [GroupDescription] = []
    var components: [ComponentDescription] = []
    /// The severities, the highest first.
    var severities: [SeverityDescription] = []
    /// Values of the source for which `status.yml` has no key.
    var comments: [String] = []

    struct Link {
        let text: String
        let url: String
    }
}

/// A group of components in plain values.
struct GroupDescription {
    let id: String
    let name: String
    /// The id at Statuspage.
    var statuspageID: String?
}

/// A component in plain values.
struct ComponentDescription {
    let id: String
    var name: String
    /// The id at Statuspage.
    var statuspageID: String?
    /// Other names of the component in records.
    var aliases: [String] = []
    var group: String?
    var description: String?
    /// The first day on which it is in service.
    var since: Day?
    /// The first day on which it is out of service.
    var until: Day?
    var countsTowardsUptime = true
}

/// A severity in plain values.
struct SeverityDescription {
    let level: String
    var name: String?
    var aliases: [String] = []
    var definition: String?
    var status: ComponentStatus?
}
