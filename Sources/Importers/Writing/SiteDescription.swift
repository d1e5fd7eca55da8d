import StatusModel

/// What `status.yml` is to say, in plain values.
struct SiteDescription {
    var title: String
    var url: String
    var timeZone: String?
    var language: String?
    /// `#rrggbb`.
    var brandColor: String?
    var links: [Link] = []
    /// The page's own id at Statuspage.
    var statuspageID: String?
    /// The groups that are to be listed; a component's `group` makes others.
    var groups: [GroupDescription] = []
    var components: [ComponentDescription] = []
    /// The highest first.
    var severities: [SeverityDescription] = []
    /// What the source says and `status.yml` has no key for.
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
    /// Its id at Statuspage.
    var statuspageID: String?
}

/// A component in plain values.
struct ComponentDescription {
    let id: String
    var name: String
    /// Its id at Statuspage.
    var statuspageID: String?
    /// Other names that records call it by.
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
