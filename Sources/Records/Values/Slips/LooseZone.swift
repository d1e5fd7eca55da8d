import Diagnostics
import StatusModel

/// A zone after a time, in any of the forms that people use.
struct LooseZone {
    /// The possible offsets from UTC, in seconds: two if the word is ambiguous; `[]` if the offset depends on the day.
    let offsets: [Int]
    private let place: Zone?
    /// The fault in its form; `nil` if the form is correct.
    let fault: String?

    init?(from tokens: inout TimeTokens) {
        tokens.skip(marks: "(")
        let word = tokens.attempt { Self.name(&$0) }
        let offset = tokens.attempt { Self.offset(&$0) }
        switch (word, offset) {
        case (let word?, let offset?) where Self.universal.contains(word):
            self.init(
                [offset.seconds],
                fault: "an offset cannot follow `\(word.uppercased())`"
            )
        case (nil, let offset?):
            self.init([offset.seconds], fault: offset.isWhole ? nil : "an offset is written like `+01:00`")
        case (let word?, nil):
            if Self.universal.contains(word) {
                self.init([0], fault: nil)
            } else if let offsets = Self.abbreviations[word] {
                self.init(offsets, fault: Self.fault(of: word, offsets))
            } else if let meant = Self.meant(by: word) {
                self.init([0], fault: "did you mean `\(meant)`?")
            } else if let zone = Zone(named: word) {
                self.init([], at: zone, fault: "a time needs an offset, not the name of a time zone")
            } else {
                return nil
            }
        default: return nil
        }
    }

    private init(_ offsets: [Int], at place: Zone? = nil, fault: String?) {
        self.offsets = offsets
        self.place = place
        self.fault = fault
    }

    /// The same zone with the fault that it appears twice.
    var saidTwice: LooseZone { LooseZone(offsets, at: place, fault: "the time zone appears twice") }

    /// Returns the correct forms of the zone after the time.
    func suffixes(on day: Day?, at time: TimeOfDay) -> [String] {
        guard let place else { return offsets.map(Self.written) }
        guard let day else { return [] }
        return place.instants(of: day, at: time).map { Self.written(place.offset(at: $0)) }
    }
}

private extension LooseZone {
    static let universal: Set<String> = ["z", "utc", "gmt", "zulu", "ut"]

    /// Returns the name that was probably meant, such as `UTC` for `UCT`: one edit away, with the same number of
    /// letters.
    static func meant(by word: String) -> String? {
        ["UTC", "GMT"].first {
            $0.utf8.count == word.utf8.count && editDistance(from: word, to: $0, atMost: 1) != nil
        }
    }

    static func written(_ offset: Int) -> String {
        offset == 0 ? "UTC" : (offset < 0 ? "-" : "+") + TimeOfDay(seconds: abs(offset)).description
    }

    static func fault(of word: String, _ offsets: [Int]) -> String {
        let name = "`\(word.uppercased())`"
        return offsets.count == 1
            ? "abbreviations such as \(name) can mean several time zones, so an offset is needed"
            : "\(name) can mean several time zones, so an offset is needed"
    }

    /// Reads `cet` or `europe/berlin`.
    static func name(_ tokens: inout TimeTokens) -> String? {
        guard var name = tokens.word() else { return nil }
        while tokens.mark("/") != nil {
            guard let part = tokens.word() else { return nil }
            name += "/" + part
        }
        return name
    }

    /// Reads `+1`, `+01`, `+0100` or `+1:00`.
    static func offset(_ tokens: inout TimeTokens) -> (seconds: Int, isWhole: Bool)? {
        tokens.skip()
        guard let sign = tokens.mark("+-"), let digits = tokens.number(1...4), let number = Int(digits) else {
            return nil
        }
        let behindColon = tokens.attempt { tokens in tokens.mark(":.").flatMap { _ in tokens.number(2...2) } }
        let isWhole = digits.utf8.count == 2 || digits.utf8.count == 4
        let (hours, minutes) =
            digits.utf8.count > 2
            ? (number / 100, number % 100) : (number, behindColon.flatMap { Int($0) } ?? 0)
        guard hours <= 14, minutes < 60 else { return nil }
        return ((sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60), isWhole)
    }

    /// The most common meanings of abbreviations; two if the meaning differs between regions.
    ///
    /// Source: the abbreviations of the IANA time zone database, and those that Windows and Linux show.
    static let abbreviations: [String: [Int]] = {
        let hours: [String: [Double]] = [
            "wet": [0], "west": [1], "cet": [1], "cest": [2], "met": [1], "mest": [2], "mez": [1],
            "mesz": [2],
            "eet": [2], "eest": [3], "msk": [3], "bst": [1, 6], "ist": [5.5, 2, 1], "gst": [4],
            "pkt": [5], "wib": [7], "ict": [7], "hkt": [8], "sgt": [8], "pht": [8], "awst": [8], "jst": [9],
            "kst": [9], "acst": [9.5], "acdt": [10.5], "aest": [10], "aedt": [11], "nzst": [12], "nzdt": [13],
            "brt": [-3], "art": [-3], "ast": [-4], "adt": [-3], "est": [-5], "edt": [-4], "cst": [-6, 8],
            "cdt": [-5], "mst": [-7], "mdt": [-6], "pst": [-8], "pdt": [-7], "akst": [-9], "akdt": [-8],
            "hst": [-10], "et": [-5, -4], "ct": [-6, -5], "mt": [-7, -6], "pt": [-8, -7], "sast": [2],
            "wat": [1], "cat": [2], "eat": [3],
        ]
        return hours.mapValues { $0.map { Int($0 * 3_600) } }
    }()
}
