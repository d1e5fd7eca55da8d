/// The results of comparing published figures with recomputed ones.
public struct Ledger: Sendable {
    /// The results by kind of figures, in the order in which they were checked.
    public private(set) var entries: [Entry] = []

    /// The results for one kind of figures.
    public struct Entry: Sendable {
        /// The kind, such as "uptime".
        public let kind: Kind
        /// The number of figures that agree.
        public internal(set) var agreeing = 0
        /// The number of figures that disagree.
        public internal(set) var disagreeing = 0
        /// The first figure that disagrees.
        public internal(set) var first: Disagreement?
        /// Descriptions of what could not be read, with the reason.
        public internal(set) var unreadable: [String] = []
    }

    /// A figure that is different from what it should be.
    public struct Disagreement: Sendable, Equatable {
        /// The place of the figure: a file, and a part of it.
        public let place: String
        /// The published value.
        public let published: String
        /// The value that follows from the incidents.
        public let recomputed: String
    }

    /// A kind of figures, which has a line of its own in the results.
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
    /// Whether any figure is different from what it should be.
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

    /// Compares values of any type.
    mutating func compare<Value: Equatable>(
        _ kind: Kind, _ published: Value, _ recomputed: Value, at place: @autoclosure () -> String
    ) {
        note(kind, published == recomputed, "\(published)", "\(recomputed)", place)
    }

    /// Compares texts, either of which may be missing.
    mutating func compare(
        _ kind: Kind, _ published: String?, _ recomputed: String?, at place: @autoclosure () -> String
    ) {
        note(kind, published == recomputed, published ?? "nothing", recomputed ?? "nothing", place)
    }

    /// Compares the digits of a text, in order.
    ///
    /// A disagreement shows the whole text.
    mutating func compare(
        _ kind: Kind, digitsOf published: String, _ digits: String, at place: @autoclosure () -> String
    ) {
        note(
            kind, Numerals.digits(in: published) == digits, published.isEmpty ? "nothing" : published,
            digits.isEmpty ? "text without digits" : "text with the digits \(digits)", place)
    }

    /// Compares texts in a notation for programs.
    ///
    /// For a disagreement, they are described in words.
    ///
    /// - Parameter words: describes how a text differs from another one.
    mutating func compare(
        _ kind: Kind, _ published: String, _ recomputed: String, at place: @autoclosure () -> String,
        inWords words: (_ text: String, _ other: String) -> String
    ) {
        note(kind, published == recomputed, words(published, recomputed), words(recomputed, published), place)
    }

    /// Compares whether something is the case.
    mutating func compare(
        _ kind: Kind, _ published: Bool, _ recomputed: Bool, at place: @autoclosure () -> String
    ) {
        note(kind, published == recomputed, published ? "yes" : "no", recomputed ? "yes" : "no", place)
    }

    /// Compares what follows from no single value, such as an order.
    ///
    /// - Parameters:
    ///   - found: describes what is published, if it is wrong.
    ///   - expected: describes what should be published.
    mutating func compare(
        _ kind: Kind, isRight: Bool, found: @autoclosure () -> String,
        expected: @autoclosure () -> String, at place: @autoclosure () -> String
    ) {
        note(kind, isRight, found(), expected(), place)
    }

    /// Compares whether something is listed that must be.
    mutating func compare(_ kind: Kind, isListed: Bool, at place: @autoclosure () -> String) {
        note(kind, isListed, "not listed", "listed", place)
    }

    /// Compares a copy of a value with the original.
    ///
    /// For a disagreement, the first member that differs is shown.
    mutating func compare(
        _ kind: Kind, copy: JSON, of original: JSON, at place: @autoclosure () -> String
    ) {
        guard copy != original else { return note(kind, true, "", "", place) }
        let difference = copy.firstDifference(from: original)
        note(kind, false, difference.copy.description, difference.original.description) {
            place() + difference.path.map { ", `\($0)`" }.joined()
        }
    }

    /// Compares instants.
    mutating func compare(
        _ kind: Kind, instants published: [Int?], _ recomputed: [Int?],
        at place: @autoclosure () -> String
    ) {
        let text = { (instants: [Int?]) in
            instants.map { $0.map(Moment.text) ?? "nothing" }.joined(separator: ", ")
        }
        note(kind, published == recomputed, text(published), text(recomputed), place)
    }

    /// Performs a part of the check.
    ///
    /// If something cannot be read, only that part ends.
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
    /// Whether both have the same value.
    ///
    /// Ratios may differ in digits beyond the twelfth, because a difference of one second changes earlier ones.
    fileprivate func isSame(as other: JSON) -> Bool {
        guard case .number(let one) = self, case .number(let two) = other else { return self == other }
        return abs(one - two) <= 1e-12 * max(1, abs(one), abs(two))
    }
}
