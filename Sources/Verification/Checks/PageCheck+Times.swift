/// Times in text: on any page, the time that readers see is the one that programs read.
extension PageCheck {
    /// Returns a page, after comparing each of its times and records.
    func page(_ path: String, _ ledger: inout Ledger) throws(Unreadable) -> Markup {
        let page = Markup(try files.bytes(of: try SafePath.checked(path)))
        compareTimes(on: page, at: path, &ledger)
        compareShown(on: page, at: path, &ledger)
        return page
    }

    func compareTimes(on page: Markup, at place: String, _ ledger: inout Ledger) {
        for element in page.split(at: "<time datetime=\"").map({ $0.before("</time>") }) {
            let (tag, text) = (
                element.before(">"), Markup(element.bytes.drop { $0 != UInt8(ascii: ">") }).text
            )
            let texts = [tag.before("\"").source, tag.attribute("data-to")].compactMap { $0 }
            let isRead = texts.allSatisfy { Moment.read($0) != nil || Day.read($0) != nil }
            let isTold =
                isTold(texts.compactMap(Moment.read), in: text, withDate: !tag.contains("data-clock"))
                && isTold(days: texts.compactMap(Day.read), in: text)
            ledger.compare(
                .pages, isRead && isTold ? "" : text, "",
                at: "\(place): the time \(texts.joined(separator: "/")) in words")
        }
    }

    /// Whether a text states these instants and, except for their zone's offset, no other number.
    private func isTold(_ instants: [Int], in text: String, withDate hasDate: Bool) -> Bool {
        guard !instants.isEmpty else { return true }
        let calendar = figures.claims.calendar
        let known = instants.reduce(into: Set<Int>()) { $0.formUnion(calendar.numbers(of: $1)) }
        let found = Numerals.groups(in: text)
        return found.allSatisfy(known.contains)
            && instants.allSatisfy { instant in
                let (hour, minute) = calendar.clock(at: instant)
                let date = Day.date(calendar.day(of: instant)).day
                return Numerals.contains([hour, minute], in: text) && (!hasDate || found.contains(date))
            }
    }

    func isTold(days: [Int], in text: String) -> Bool {
        let found = Numerals.groups(in: text)
        return days.allSatisfy { day in
            found.contains(Day.date(day).day)
                && found.allSatisfy(figures.claims.calendar.numbers(ofDay: day).contains)
        }
    }
}
