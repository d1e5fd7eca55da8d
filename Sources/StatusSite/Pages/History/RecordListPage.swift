import StatusModel

/// The records of a year, a component, a severity or a tag, for readers who look for an old one.
struct RecordListPage: PageContext {
    static let template = "records"
    static let summary =
        "a list of records: for a year, a component, a severity or a tag, or for one of these in a year"

    let head: Head
    let heading: String
    let whole: LinkContext
    let earlier: LinkContext?
    let later: LinkContext?
    let isSplit: Bool
    let parts: [PartOfList]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("heading", "the heading of the list, for example History for Website in 2026") {
                $0.heading
            },
            .section("whole", "the list that this one is a part of") { $0.whole },
            .section("earlierYear", "the same list for the year before, if there is one") { $0.earlier },
            .section("laterYear", "the same list for the year after, if there is one") { $0.later },
            .flag("isSplit", "whether the parts have their own pages because there are more than 500 records")
            {
                $0.isSplit
            },
            .list("parts", "the years, or a year's months, newest first") { $0.parts },
        ]
    )

    init(_ list: RecordList, layout: Layout) {
        let words = layout.words
        heading = words.heading(of: list, on: layout.site.page)
        head = Head(layout: layout, title: heading, summary: "", path: list.path)
        isSplit = list.isSplit
        whole = Self.whole(of: list, layout: layout)
        let years = layout.site.archive.years(of: list.subject)
        let place = years.firstIndex { $0.year == list.year }
        earlier = place.flatMap {
            $0 + 1 < years.count
                ? LinkContext(to: years[$0 + 1], saying: layout.words.text.pageEarlier, layout) : nil
        }
        later = place.flatMap {
            $0 > 0 ? LinkContext(to: years[$0 - 1], saying: layout.words.text.pageLater, layout) : nil
        }
        parts =
            list.year == nil
            ? PartOfList.years(of: list, layout: layout) : PartOfList.months(of: list, layout: layout)
    }

    /// Returns a link to the whole list: all years of a component, severity or tag, or else the history.
    private static func whole(of list: RecordList, layout: Layout) -> LinkContext {
        let archive = layout.site.archive
        let whole: RecordList? =
            switch list.subject {
            case _ where list.year == nil: nil
            case .everything: nil
            case .component(let index): archive.components[index]
            case .severity(let rank): archive.severities[rank]
            case .tag(let tag, _): archive.tags[tag]
            }
        return LinkContext(
            text: whole == nil ? layout.words.text.historyWhole : layout.words.text.historyAllYears,
            href: layout.root + (whole?.path ?? HistoryPage.path)
        )
    }
}

extension LinkContext {
    fileprivate init(to list: RecordList, saying phrase: (String) -> String, _ layout: Layout) {
        self.init(
            text: list.year.map { phrase(layout.words.name(of: .year($0))) } ?? "",
            href: layout.root + list.path
        )
    }
}

/// A year or month of a list of records.
struct PartOfList: TemplateContext {
    let heading: String
    let href: String
    let counts: String
    let entries: HTML

    static let vocabulary = Vocabulary<Self>([
        .text("heading", "the year, or the month's name") { $0.heading },
        .text("href", "the address of the part's own page; empty if it has none") { $0.href },
        .text(
            "counts", "the number of records that began in it, for example 3 incidents, 1 maintenance window"
        ) { $0.counts },
        .html(
            "entries",
            "its records, newest first, each made by the template `entry`; empty if the list is split"
        ) {
            $0.entries
        },
    ])

    /// Returns the years of a component, severity or tag.
    static func years(of list: RecordList, layout: Layout) -> [PartOfList] {
        let pages = layout.site.archive.years(of: list.subject)
        return runs(of: list.places) { layout.year(at: $0) }.map { year, places in
            let page = pages.first { $0.year == year }
            return PartOfList(
                layout.words.name(of: .year(year)),
                href: page.map { layout.root + $0.path },
                places,
                of: list,
                layout
            )
        }
    }

    /// Returns the months of a year, which have their own pages if the list is that of all records.
    static func months(of list: RecordList, layout: Layout) -> [PartOfList] {
        runs(of: list.places) { Period.month(of: layout.day(at: $0)) }.map { month, places in
            PartOfList(
                layout.words.nameOfMonth(month.firstDay),
                href: list.subject == .everything ? "\(layout.root)history/\(month).html" : nil,
                places,
                of: list,
                layout
            )
        }
    }

    private init(_ heading: String, href: String?, _ places: [Int], of list: RecordList, _ layout: Layout) {
        (self.heading, self.href) = (heading, href ?? "")
        counts = layout.words.counts(of: places.map { layout.site.historyEntries[$0] })
        entries = list.isSplit ? .empty : layout.entries(at: places)
    }

    /// Returns runs of adjacent places with the same key.
    private static func runs<Key: Equatable>(of places: [Int], by key: (Int) -> Key) -> [(Key, [Int])] {
        var runs: [(key: Key, places: [Int])] = []
        for place in places {
            let key = key(place)
            if runs.last?.key == key {
                runs[runs.count - 1].places.append(place)
            } else {
                runs.append((key, [place]))
            }
        }
        return runs
    }
}

extension Layout {
    /// Returns the day on which the record at that place began.
    fileprivate func day(at place: Int) -> Day { words.zone.day(of: site.historyEntries[place].startsAt) }

    fileprivate func year(at place: Int) -> Int { day(at: place).year }
}
