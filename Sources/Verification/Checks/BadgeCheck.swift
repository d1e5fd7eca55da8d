/// Compares badges with statuses and uptimes, and each image with the JSON file for shields.io.
struct BadgeCheck {
    let figures: Figures
    let files: any PublishedFiles

    func run(_ ledger: inout Ledger) {
        let quarter = Stretch(from: figures.claims.now - 90 * 86_400, until: figures.claims.now)
        compare("status", status: statusOfWhole, &ledger)
        compare("uptime", uptime: figures.site.byTheClock(during: quarter), &ledger)
        for component in figures.components {
            let id = component.claim.id
            let status = figures.isInService(component) ? figures.status(of: component) : nil
            compare("badges/\(id)", status: status, &ledger)
            compare(
                "badges/uptime/\(id)", uptime: component.uptime(during: quarter),
                beside: component.target(during: quarter), &ledger)
        }
        for group in figures.claims.groups {
            let members = figures.members(of: group)
            let current = members.filter { figures.isInService($0) }
            let status = current.isEmpty ? nil : Statuses.worst(current.map { figures.status(of: $0) })
            compare("badges/\(group.id)", status: status, &ledger)
            guard members.contains(where: \.claim.isCounted) else { continue }
            let uptime = figures.whole(of: group).componentTime(during: quarter)
            compare("badges/uptime/\(group.id)", uptime: uptime, &ledger)
        }
    }
}

extension BadgeCheck {
    fileprivate static let colors = ["#327a52", "#3066a8", "#8a6108", "#b34f0b", "#b31319"]
    fileprivate static let gray = "#5f6368"
    fileprivate static let blue = "#2f5f8a"

    /// The status of the whole site; `nil` if it is in doubt.
    fileprivate var statusOfWhole: String? {
        let banner = (try? files.bytes(of: "index.html")).flatMap { Markup($0).banner }
        // Next to a record in the banner, only the badge itself shows that the site is in doubt.
        let isInDoubt =
            figures.isInDoubt(by: banner) ?? ((try? files.json("status.json").text("color")) == Self.gray)
        return isInDoubt ? nil : Statuses.worst(figures.headline.map { figures.status(of: $0) })
    }

    fileprivate func compare(_ path: String, status: String?, _ ledger: inout Ledger) {
        ledger.check(.badges) { ledger throws(Unreadable) in
            let badge = try files.json("\(path).json")
            let color = status.map { Self.colors[Statuses.rank($0)] } ?? Self.gray
            let published = try badge.text("color")
            ledger.compare(.badges, published, color, at: "\(path).json: `color`")
            try compareImage(path, badge, &ledger)
        }
    }

    fileprivate func compare(
        _ path: String, uptime: Uptime, beside target: Int? = nil, _ ledger: inout Ledger
    ) {
        ledger.check(.badges) { ledger throws(Unreadable) in
            let badge = try files.json("\(path).json")
            let (color, message) = (try badge.text("color"), try badge.text("message"))
            let isKnown = uptime.observed > 0
            ledger.compare(.badges, color, isKnown ? Self.blue : Self.gray, at: "\(path).json: `color`")
            let figure = isKnown ? uptime.text(beside: target) : ""
            let agrees = Numerals.shows(figure, in: message)
            ledger.compare(.badges, agrees ? figure : message, figure, at: "\(path).json: `message`")
            try compareImage(path, badge, &ledger)
        }
    }

    fileprivate func compareImage(_ path: String, _ badge: JSON, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        let image = Markup(try files.bytes(of: try SafePath.checked("\(path).svg")))
        let (label, message) = (try badge.text("label"), try badge.text("message"))
        let texts = image.pieces(from: "<text ", to: "</text>").map { piece in
            Markup(piece.bytes.drop { $0 != UInt8(ascii: ">") }.dropFirst()).text
        }
        ledger.compare(.badges, texts, [label, message], at: "\(path).svg: its texts")
        let title = image.piece(from: "<title>", to: "</title>")?.text ?? ""
        let name = image.attribute("aria-label") ?? "nothing"
        ledger.compare(.badges, name, title, at: "\(path).svg: `aria-label`, against its title")
        ledger.compare(
            .badges, isRight: title.contains(label) && title.contains(message), found: title,
            expected: "a title with `\(label)` and `\(message)`", at: "\(path).svg: its title")
        let color = image.pieces(from: "<rect x=", to: "/>").last?.attribute("fill")
        ledger.compare(.badges, color, try badge.text("color"), at: "\(path).svg: its color")
    }
}

extension Numerals {
    /// Whether a text in any language shows a share, which is like `99.96%`, or empty for none.
    static func shows(_ share: String, in text: String) -> Bool {
        let groups = groups(in: share)
        return groups.isEmpty ? self.groups(in: text).isEmpty : contains(groups, in: text)
    }
}
