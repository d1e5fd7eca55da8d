/// Compares feeds with the pages that their entries link to, and with each other.
struct FeedCheck {
    let figures: Figures
    let files: any PublishedFiles
    let pages: RecordPages

    /// The greatest number of entries in a feed.
    private static let limit = 50

    func run(_ ledger: inout Ledger) {
        ledger.check(.feeds) { ledger throws(Unreadable) in
            let feed = try files.json("feed.json")
            let (all, title) = (try Self.jsonFeed(feed), try feed.text("title"))
            try Self.bound(all, at: "feed.json")
            ledger.compare(.feeds, title, figures.claims.title, at: "feed.json: `title`")
            for path in ["feed.xml", "history.rss"] { try compare(path, all, Self.rss, &ledger) }
            for path in ["atom.xml", "history.atom"] { try compare(path, all, Self.atom, &ledger) }
            compare(all, at: "feed.json", &ledger)
            compareWhole(all, &ledger)
            for component in figures.components {
                let (id, path) = (component.claim.id, "components/\(component.claim.id).xml")
                let name = try files.json("badges/\(id).json").text("label")
                try comparePart(path, of: all.filter { $0.categories.contains(name) }, &ledger)
            }
            for group in figures.claims.groups {
                let names = try group.components.mapThrowing { (id) throws(Unreadable) in
                    try files.json("badges/\(id).json").text("label")
                }
                let own = all.filter { entry in names.contains { entry.categories.contains($0) } }
                try comparePart("groups/\(group.id).xml", of: own, &ledger)
            }
        }
    }

    /// An entry of a feed.
    struct Entry: Equatable, CustomStringConvertible {
        let id: String
        let title: String
        let address: String
        /// `nil` if it has no date, or two that differ.
        let at: Int?
        let categories: [String]

        var description: String {
            ([title, address, at.map(Moment.text) ?? "no date"] + categories).joined(separator: ", ")
        }
    }
}

extension FeedCheck {
    fileprivate func compare(
        _ path: String, _ expected: [Entry], _ read: (Markup) -> [Entry], _ ledger: inout Ledger
    ) throws(Unreadable) {
        let feed = Markup(try files.bytes(of: try SafePath.checked(path)))
        let entries = read(feed)
        compareChange(of: feed, to: entries, at: path, &ledger)
        ledger.compare(.feeds, entries.count, expected.count, at: "\(path): number of entries")
        for (entry, other) in zip(entries, expected) {
            ledger.compare(.feeds, entry, other, at: "\(path): the entry `\(other.id)`")
        }
    }

    /// Checks a feed of a component or a group: each entry must be correct, and none of the site's feed may be missing.
    fileprivate func comparePart(_ path: String, of expected: [Entry], _ ledger: inout Ledger)
        throws(Unreadable)
    {
        let feed = Markup(try files.bytes(of: try SafePath.checked(path)))
        let entries = Self.rss(feed)
        try Self.bound(entries, at: path)
        compareChange(of: feed, to: entries, at: path, &ledger)
        compare(entries, at: path, &ledger)
        for entry in expected {
            let own = entries.first { $0.id == entry.id }
            ledger.compare(
                .feeds, isRight: entries.contains(entry), found: own?.description ?? "nothing",
                expected: entry.description, at: "\(path): the entry `\(entry.id)`")
        }
    }

    /// Checks that a feed changed with its newest entry.
    private func compareChange(
        of feed: Markup, to entries: [Entry], at path: String, _ ledger: inout Ledger
    ) {
        let head = feed.before("<item>").before("<entry>")
        let mail = head.piece(from: "<lastBuildDate>", to: "</lastBuildDate>").flatMap {
            MailDate.read($0.text)
        }
        let atom = head.piece(from: "<updated>", to: "</updated>").flatMap { Moment.read($0.text) }
        // If no entry has a date, Atom still requires one.
        let expected = entries.first?.at ?? (atom == nil ? nil : figures.claims.since ?? 0)
        ledger.compare(.feeds, instants: [mail ?? atom], [expected], at: "\(path): when it changed")
    }

    /// Checks that each entry has the time of what it links to, and that newer entries come first.
    fileprivate func compare(_ entries: [Entry], at path: String, _ ledger: inout Ledger) {
        let times = entries.map { $0.at ?? .max }
        let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 >= $1 }
        ledger.compare(
            .feeds, isRight: isSorted, found: "not sorted", expected: "newest first",
            at: "\(path): order of entries")
        let unique = Set(entries.map(\.id)).count
        ledger.compare(.feeds, entries.count - unique, 0, at: "\(path): duplicate entries")
        for entry in entries {
            guard let said = pages.said(at: entry.address, of: figures.claims.url) else {
                ledger.compare(
                    .feeds, entry.address, "an existing update", at: "\(path): where an entry links to")
                continue
            }
            let expected = said.times.first { $0 == entry.at } ?? said.times.first
            ledger.compare(
                .feeds, instants: [entry.at], [expected], at: "\(path): the time of `\(entry.id)`")
            let isTitled = entry.title.contains(said.title) && entry.title.contains(said.phase)
            ledger.compare(
                .feeds, isRight: isTitled, found: entry.title,
                expected: "a title with `\(said.title)` and `\(said.phase)`",
                at: "\(path): the title of `\(entry.id)`")
        }
    }

    /// Checks that the site's feed lacks nothing that is as new as its entries.
    fileprivate func compareWhole(_ entries: [Entry], _ ledger: inout Ledger) {
        let oldest = entries.count < Self.limit ? Int.min : entries.last?.at ?? .min
        let addresses = Set(entries.map(\.address))
        for update in pages.updates where update.at > oldest && update.at <= figures.claims.now {
            guard figures.series[update.slug]?.allSatisfy(\.isNews) ?? true else { continue }
            let address = figures.claims.address(of: update.slug) + "#\(update.anchor)"
            ledger.compare(
                .feeds, isListed: addresses.contains(address),
                at: "feed.json: `\(update.anchor)` of `\(update.slug)`")
        }
    }
}

extension FeedCheck {
    /// Makes sure that a feed has so few entries that searching all of them is fast.
    fileprivate static func bound(_ entries: [Entry], at path: String) throws(Unreadable) {
        guard entries.count <= limit else { throw Unreadable("`\(path)` has more than \(limit) entries") }
    }

    fileprivate static func jsonFeed(_ feed: JSON) throws(Unreadable) -> [Entry] {
        try feed.list("items").mapThrowing { (item) throws(Unreadable) in
            let date = try? item.instant("date_published")
            return Entry(
                id: try item.text("id"), title: try item.text("title"), address: try item.text("url"),
                at: date,
                categories: (try? item.texts("tags")) ?? [])
        }
    }

    fileprivate static func rss(_ feed: Markup) -> [Entry] {
        feed.pieces(from: "<item>", to: "</item>").map { item in
            Entry(
                id: item.piece(from: "<guid isPermaLink=\"false\">", to: "</guid>")?.text ?? "",
                title: item.piece(from: "<title>", to: "</title>")?.text ?? "",
                address: item.piece(from: "<link>", to: "</link>")?.text ?? "",
                at: item.piece(from: "<pubDate>", to: "</pubDate>").flatMap { MailDate.read($0.text) },
                categories: item.pieces(from: "<category>", to: "</category>").map(\.text)
            )
        }
    }

    fileprivate static func atom(_ feed: Markup) -> [Entry] {
        feed.pieces(from: "<entry>", to: "</entry>").map { entry in
            let at = entry.piece(from: "<published>", to: "</published>").flatMap { Moment.read($0.text) }
            let updatedAt = entry.piece(from: "<updated>", to: "</updated>").flatMap {
                Moment.read($0.text)
            }
            return Entry(
                id: entry.piece(from: "<id>", to: "</id>")?.text ?? "",
                title: entry.piece(from: "<title>", to: "</title>")?.text ?? "",
                address: entry.piece(from: "<link ", to: "/>")?.attribute("href") ?? "",
                // The entry has its date twice.
                at: at == updatedAt ? at : nil,
                categories: entry.pieces(from: "<category ", to: "/>").compactMap {
                    Markup(Array(" ".utf8) + $0.bytes).attribute("term")
                }
            )
        }
    }
}

/// Dates in the form of RSS (RFC 5322).
enum MailDate {
    private static let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(
        separator: " ")

    /// Reads `Fri, 20 Nov 2026 11:41:00 GMT`.
    static func read(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT" || words[5] == "+0000",
            let month = months.firstIndex(of: words[2]), let day = Int(words[1])
        else { return nil }
        return Moment.read(
            "\(words[3])-\(Plain.digits(month + 1, 2))-\(Plain.digits(day, 2))T\(words[4])Z")
    }
}
