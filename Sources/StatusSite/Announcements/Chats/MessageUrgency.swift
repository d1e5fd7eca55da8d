import StatusModel

/// How loud and in what color a channel shows a message: by the worst status while an incident is open, else by what it is
/// about.
enum MessageUrgency {
    case majorOutage
    case partialOutage
    case degraded
    /// An incident that is open while everything works.
    case watched
    case over
    case postMortem
    case maintenance
    case notice
}

extension MessageUrgency {
    init(of announcement: Announcement) {
        switch announcement.kind {
        case .resolution: self = .over
        case .postMortem: self = .postMortem
        case .maintenance: self = .maintenance
        case .notice: self = .notice
        case .firstNotice, .update:
            switch announcement.components.map(\.status).max() ?? .operational {
            case .majorOutage: self = .majorOutage
            case .partialOutage: self = .partialOutage
            case .degradedPerformance: self = .degraded
            case .operational, .underMaintenance: self = .watched
            }
        }
    }

    /// As pages have it on white.
    var color: Int {
        switch self {
        case .majorOutage: 0xB31319
        case .partialOutage: 0xC45A10
        case .degraded, .watched: 0xB88213
        case .over: 0x4E9F73
        case .maintenance: 0x3772BB
        case .postMortem, .notice: 0x3F6BA8
        }
    }

    /// ntfy's, from 1 to 5; 3 is its default.
    var priority: Int {
        switch self {
        case .majorOutage: 5
        case .partialOutage: 4
        case .degraded, .watched, .over, .maintenance, .notice: 3
        case .postMortem: 2
        }
    }

    /// One of ntfy's names of emojis.
    var tag: String {
        switch self {
        case .majorOutage: "red_circle"
        case .partialOutage: "orange_circle"
        case .degraded, .watched: "yellow_circle"
        case .over: "white_check_mark"
        case .postMortem: "memo"
        case .maintenance: "wrench"
        case .notice: "information_source"
        }
    }
}

extension AnnouncementContext {
    var urgency: MessageUrgency { MessageUrgency(of: announcement) }
}
