/// The verdicts on objectives: whether each was met or missed, in the heading, the sentences and the table of a report.
///
/// In the table, there is a word next to an objective only if it was missed. That word does not follow from the figures,
/// so the words of all reports are compared with each other.
extension ReportPageCheck {
    /// The verdict of a report, in its words.
    struct Verdict {
        let path: String
        let heading: String
        /// The number of objectives that were missed.
        let missed: Int
        /// The words next to each of them in the table.
        let marks: [String]
    }

    /// - Parameters:
    ///   - rows: the rows of the table on uptime.
    ///   - bound: the components with an objective.
    func compareVerdict(
        on page: Markup, _ rows: [Markup], of bound: [ComponentCourse], during range: Stretch,
        at path: String, _ ledger: inout Ledger
    ) -> Verdict {
        let heading = page.piece(from: "<h1>", to: "</h1>")?.text ?? ""
        let missed = bound.filter { $0.misses(during: range) }
        if !missed.isEmpty, bound.count > 1, !figures.isFirstDay {
            let orders = [[missed.count, bound.count], [bound.count, missed.count]]
            ledger.compare(
                .pages, isRight: orders.contains { Numerals.tells($0, in: heading) }, found: heading,
                expected: "text with the numbers \(missed.count) and \(bound.count)",
                at: "\(path): number of missed objectives in its heading")
        }
        compare(missed, in: page, during: range, at: path, &ledger)
        var marks: [String] = []
        for row in rows {
            guard let component = component(of: row) else { continue }
            let cells = row.pieces(from: "<td>", to: "</td>")
            let cell = cells.count > 1 ? cells[1].text : ""
            let objective = component.allowance(during: range) == nil ? nil : component.target(during: range)
            let place = "\(path), `\(component.claim.id)`: objective"
            ledger.compare(.pages, digitsOf: cell, objective.map(Self.digits) ?? "", at: place)
            guard objective != nil else { continue }
            let (mark, isMissed) = (Self.words(in: cell), component.misses(during: range))
            ledger.compare(
                .pages, isRight: mark.isEmpty != isMissed, found: cell,
                expected: isMissed ? "an objective that was missed" : "an objective that was met", at: place)
            if isMissed { marks.append(mark) }
        }
        return Verdict(path: path, heading: heading, missed: missed.count, marks: marks)
    }

    /// Compares the sentence about missed objectives, which names at most six, or else the first five.
    private func compare(
        _ missed: [ComponentCourse], in page: Markup, during range: Stretch, at path: String,
        _ ledger: inout Ledger
    ) {
        let sentences = page.pieces(from: "<p class=\"lead\">", to: "</p>").map(\.text)
        for component in missed.prefix(missed.count > 6 ? 5 : 6) {
            let (name, target) = (component.claim.name, component.target(during: range))
            let uptime = component.uptime(during: range).text(beside: target)
            let (share, objective) = (Numerals.digits(in: uptime), target.map(Self.digits) ?? "")
            let isSaid = sentences.contains { sentence in
                // A name may be a part of the figures, or end with digits directly before them.
                let texts = [sentence, sentence.replacing(name, with: "")].map { Numerals.digits(in: $0) }
                return sentence.contains(name)
                    && texts.contains { digits in
                        digits.contains(share + objective) || digits.contains(objective + share)
                    }
            }
            ledger.compare(
                .pages, isRight: isSaid, found: sentences.joined(separator: " "),
                expected: "a sentence with \(name), \(uptime) and \(Self.text(of: target ?? 0))",
                at: "\(path): missed objectives")
        }
    }

    /// Compares the words of all reports.
    ///
    /// All have the same word for an objective that was missed. Those with such an objective do not have the heading of
    /// one without.
    func compareWords(of verdicts: [Verdict], _ ledger: inout Ledger) {
        let uses = Dictionary(grouping: verdicts.flatMap(\.marks), by: \.self).mapValues(\.count)
        let word = uses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
        let met = Dictionary(
            verdicts.filter { $0.missed == 0 }.map { (Self.words(in: $0.heading), $0.path) }
        ) { first, _ in first }
        for verdict in verdicts {
            for mark in verdict.marks {
                ledger.compare(
                    .pages, mark, word,
                    at: "\(verdict.path): word for a missed objective, against other reports")
            }
            // The heading of the first day is about incidents only.
            guard verdict.missed > 0, !figures.isFirstDay else { continue }
            let same = met[Self.words(in: verdict.heading)]
            ledger.compare(
                .pages, isRight: same == nil, found: verdict.heading,
                expected:
                    "a heading that differs from the one in \(same ?? "other reports"), which has no missed objectives",
                at: "\(verdict.path): heading")
        }
    }

    /// Returns a text without numbers, the signs in and around them, and spaces.
    private static func words(in text: String) -> String {
        String(text.unicodeScalars.filter { !isOfNumber($0) })
    }

    /// Whether a character is a digit, a space, an invisible mark of direction, or a sign that percentages have in some
    /// language.
    private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.numericType == .decimal || properties.isWhitespace
            || properties.generalCategory == .format
            || ".,%\u{66A}\u{66B}\u{66C}".unicodeScalars.contains(scalar)
    }

    /// Returns an objective in millionths as a percentage.
    private static func text(of target: Int) -> String { Plain.decimal(target, decimals: 4) + "%" }

    private static func digits(of target: Int) -> String { Numerals.digits(in: text(of: target)) }
}

extension ComponentCourse {
    /// Whether more was lost than the objective allows over a range.
    fileprivate func misses(during range: Stretch) -> Bool {
        budget(during: range).map { $0.left < 0 } ?? false
    }
}

extension Figures {
    /// Whether figures begin today.
    fileprivate var isFirstDay: Bool {
        let first = min(claims.since ?? trackedFrom, claims.now)
        return claims.calendar.day(of: first) == claims.calendar.day(of: claims.now)
    }
}
