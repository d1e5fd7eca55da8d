/// How the published figures compare with those that were worked out again.
public struct Ledger: Sendable {
    /// The kinds of figures, in the order in which they were checked.
    public private(set) var entries: [Entry] = []

    /// What came of the figures of one kind.
    public struct Entry: Sendable {
        /// The kind, as in "uptime".
        public let kind: Kind
        /// How many figures agree.
        public internal(set) var agreeing = 0
        /// How many do not.
        public internal(set) var disagreeing = 0
        /// The first that does not.
        public internal(set) var first: Disagreement?
        /// What could not be read, with the reason.
        public internal(set) var unreadable: [String] = []
    }

    /// A figure that is not what it should be.
    public struct Disagreement: Sendable, Equatable {
        /// Where it is: a file and what of it.
        public let place: String
        /// What is published.
        public let published: String
        /// What follows from the incidents.
        public let recomputed: String
    }

    /// A kind of figures, which has a line of its own.
    public enum Kind: String, CaseIterable, Sendable {
        case statuses
        case spans
        case uptime
        case days
        case budgets = "error budgets"
        case incidents
        case maintenance
        case responses = "response times"
        case updates
        case api = "Statuspage API"
        case badges
        case feeds
        case calendar
        case reports
        case pages
        case bars = "day bars"
    }
}

extension Ledger {
    /// Whether any figure is not what it should be.
    public var hasDisagreements: Bool { entries.contains { $0.disagreeing > 0 } }

    /// Whether anything could not be read.
    public var hasUnreadable: Bool { entries.contains { !$0.unreadable.isEmpty } }
}

extension Ledger {
    /// Compares a published figure with what it should be.
    mutating func compare(
        _ kind: Kind, _ published: JSON, _ recomputed: JSON, at place: @autoclosure () -> String
    ) {
        note(
            kind, published.isSame(as: recomputed), published.description, recomputed.description, place)
    }

    /// The same of values of any kind.
    mutating func compare<Value: Equatable>(
        _ kind: Kind, _ published: Value, _ recomputed: Value, at place: @autoclosure () -> String
    ) {
        note(kind, published == recomputed, "\(published)", "\(recomputed)", place)
    }

    /// The same of texts, of which one may not be there.
    mutating func compare(
        _ kind: Kind, _ published: String?, _ recomputed: String?, at place: @autoclosure () -> String
    ) {
        note(kind, published == recomputed, published ?? "nothing", recomputed ?? "nothing", place)
    }

    /// Compares the digits of a text, in order. A disagreement shows the whole text.
    mutating func compare(
        _ kind: Kind, digitsOf published: String, _ digits: String, at place: @autoclosure () -> String
    ) {
        note(
            kind, Numerals.digits(in: published) == digits, published.isEmpty ? "nothing" : published,
            digits.isEmpty ? "a text without digits" : "a text with the digits \(digits)", place)
    }

    /// Compares texts in a notation for programs. A disagreement shows them in words.
    ///
    /// - Parameter words: puts in words how a text differs from another one.
    mutating func compare(
        _ kind: Kind, _ published: String, _ recomputed: String, at place: @autoclosure () -> String,
        inWords words: (_ text: String, _ other: String) -> String
    ) {
        note(kind, published == recomputed, words(published, recomputed), words(recomputed, published), place)
    }

    /// The same of something that holds or does not.
    mutating func compare(
        _ kind: Kind, _ published: Bool, _ recomputed: Bool, at place: @autoclosure () -> String
    ) {
        note(kind, published == recomputed, published ? "yes" : "no", recomputed ? "yes" : "no", place)
    }

    /// The same of instants.
    mutating func compare(
        _ kind: Kind, instants published: [Int?], _ recomputed: [Int?],
        at place: @autoclosure () -> String
    ) {
        let text = { (instants: [Int?]) in
            instants.map { $0.map(Moment.text) ?? "nothing" }.joined(separator: ", ")
        }
        note(kind, published == recomputed, text(published), text(recomputed), place)
    }

    /// Does a part of the check; what cannot be read ends that part alone.
    mutating func check(_ kind: Kind, _ part: (inout Ledger) throws(Unreadable) -> Void) {
        do throws(Unreadable) { try part(&self) } catch {
            entries[place(of: kind)].unreadable.append(error.reason)
        }
    }

    private mutating func note(
        _ kind: Kind, _ agrees: Bool, _ published: @autoclosure () -> String,
        _ recomputed: @autoclosure () -> String, _ place: () -> String
    ) {
        let entry = self.place(of: kind)
        if agrees {
            entries[entry].agreeing += 1
            return
        }
        entries[entry].disagreeing += 1
        if entries[entry].first == nil {
            entries[entry].first = Disagreement(
                place: place(), published: published(), recomputed: recomputed())
        }
    }

    private mutating func place(of kind: Kind) -> Int {
        if let place = entries.firstIndex(where: { $0.kind == kind }) { return place }
        entries.append(Entry(kind: kind))
        return entries.count - 1
    }
}

extension JSON {
    /// Whether both say the same; a ratio may differ in digits beyond the twelfth, which no second moves.
    fileprivate func isSame(as other: JSON) -> Bool {
        guard case .number(let one) = self, case .number(let two) = other else { return self == other }
        return abs(one - two) <= 1e-12 * max(1, abs(one), abs(two))
    }
}
