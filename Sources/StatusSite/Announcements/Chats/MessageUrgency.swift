import StatusModel

/// The urgency and color with which a channel shows a message.
///
/// It depends on the worst status while an incident is open, otherwise on the kind of announcement.
enum MessageUrgency {
    case majorOutage
    case partialOutage
    case degraded
    /// An open incident while every component is operational.
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

    /// The color that pages use on white.
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

    /// The priority in ntfy, from 1 to 5; the default is 3.
    var priority: Int {
        switch self {
        case .majorOutage: 5
        case .partialOutage: 4
        case .degraded, .watched, .over, .maintenance, .notice: 3
        case .postMortem: 2
        }
    }

    /// The name of an emoji in ntfy.
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
