/// Recomputes current statuses, and checks spans, from the spans alone.
struct StatusCheck {
    let figures: Figures

    func run(_ ledger: inout Ledger) {
        ledger.check(.statuses) { ledger throws(Unreadable) in try compareStatuses(&ledger) }
        ledger.check(.spans) { ledger throws(Unreadable) in try compareSpans(&ledger) }
        ledger.check(.spans) { ledger throws(Unreadable) in try compareYears(&ledger) }
    }

    /// Returns the status of the whole page, in Statuspage's terms.
    static func ofPage(_ statuses: [String]) -> (indicator: String, description: String) {
        let ranks = statuses.map(Statuses.rank)
        let (best, worst) = (ranks.min() ?? 0, ranks.max() ?? 0)
        switch (best, worst) {
        case (4, _): return ("critical", "Major System Outage")
        case (_, 4), (3, 3): return ("major", "Partial System Outage")
        case (_, 3): return ("minor", "Minor Service Outage")
        case (2, 2): return ("minor", "Degraded System Service")
        case (_, 2): return ("minor", "Partially Degraded Service")
        case (_, 1): return ("maintenance", "Service Under Maintenance")
        default: return ("none", "All Systems Operational")
        }
    }
}

extension Figures {
    /// The status of the whole page: that of the components in use that affect its headline.
    var pageStatus: (indicator: String, description: String) {
        StatusCheck.ofPage(
            components.filter { $0.claim.makesHeadline && isInService($0) }.map { status(of: $0) })
    }
}

extension StatusCheck {
    fileprivate func compareStatuses(_ ledger: inout Ledger) throws(Unreadable) {
        let place = "api/statistics.json"
        for component in figures.components {
            let published = try component.claim.json.text("status")
            ledger.compare(
                .statuses, published, figures.status(of: component),
                at: "\(place), component `\(component.claim.id)`: `status`")
        }
        let published = try figures.claims.file.value("site").value("status")
        let status = figures.pageStatus
        let (indicator, description) = (
            try published.text("indicator"), try published.text("description")
        )
        ledger.compare(.statuses, indicator, status.indicator, at: "\(place), site: `indicator`")
        ledger.compare(.statuses, description, status.description, at: "\(place), site: `description`")
    }

    /// Checks that each span has a record, the weight of its status and its place in the order.
    fileprivate func compareSpans(_ ledger: inout Ledger) throws(Unreadable) {
        let sets = try WeightSets(figures.claims)
        let known = Set(figures.beginnings.keys)
        for component in figures.components {
            let (spans, place) = (component.claim.spans, "component `\(component.claim.id)`")
            let isSorted = zip(spans, spans.dropFirst()).allSatisfy { !Claims.SpanClaim.isBefore($1, $0) }
            ledger.compare(
                .spans, isRight: isSorted, found: "not sorted", expected: "earliest first",
                at: "\(place): order of `spans`")
            for span in spans {
                let name = "\(place), the span of \(Moment.text(span.from))"
                let weight = try sets.weight(of: span.status, at: span.from)
                // The form in which the file has them.
                ledger.compare(
                    .spans, Plain.decimal(span.weight, decimals: 3), Plain.decimal(weight, decimals: 3),
                    at: "\(name): `weight`")
                ledger.compare(
                    .spans, isRight: known.contains(span.record), found: span.record,
                    expected: "a published record", at: "\(name): `record`")
                ledger.compare(
                    .spans, isRight: span.until ?? .max >= span.from,
                    found: span.until.map(Moment.text) ?? "nothing",
                    expected: "\(Moment.text(span.from)) or later", at: "\(name): `until`")
            }
        }
    }

    /// If years have files of their own, checks that the newest records in `api/statistics.json` are the same as there.
    fileprivate func compareYears(_ ledger: inout Ledger) throws(Unreadable) {
        let (claims, file) = (figures.claims, figures.claims.file)
        let years = try file.list("years")
        guard !years.isEmpty else { return }
        let (incidents, windows) = (try file.list("incidents"), try file.list("maintenance"))
        let place = "api/statistics.json, against the yearly files"
        for (key, newest, all) in [
            ("incidents", incidents, claims.incidents.map(\.json)),
            ("maintenance", windows, claims.windows.map(\.json)),
        ] {
            ledger.compare(.spans, newest.count, min(500, all.count), at: "\(place): number of `\(key)`")
            for (one, other) in zip(newest, all) {
                ledger.compare(.spans, copy: one, of: other, at: "\(place): `\(key)`")
            }
            let counted = try years.mapThrowing { (year) throws(Unreadable) in try year.number(key) }
            ledger.compare(
                .spans, .number(counted.reduce(0, +)), .number(Double(all.count)),
                at: "\(place): `\(key)` of all years")
        }
        let names = try (incidents + windows).mapThrowing { (json) throws(Unreadable) in
            try json.text("slug")
        }
        let newest = Set(names)
        for component in claims.components {
            let spans = try component.json.list("spans").mapThrowing(Claims.SpanClaim.init)
            let expected = component.spans.filter { newest.contains($0.record) }
            ledger.compare(
                .spans, isRight: spans == expected, found: "\(spans.count) spans",
                expected: "the \(expected.count) spans in the yearly files",
                at: "\(place): `spans` of `\(component.id)`")
        }
    }
}

/// The weights of statuses, with the instants from which they apply.
private struct WeightSets {
    /// The sets of weights, newest first.
    private let sets: [(from: Int, weights: JSON)]

    init(_ claims: Claims) throws(Unreadable) {
        sets = try claims.file.dated("weights").mapThrowing { (json) throws(Unreadable) in
            (try json.beginning(in: claims.calendar), json)
        }
    }

    func weight(of status: String, at instant: Int) throws(Unreadable) -> Int {
        guard let set = sets.first(where: { $0.from <= instant }) else {
            throw Unreadable("there are no `weights` for \(Moment.text(instant))")
        }
        return status == "operational" ? 0 : try set.weights.thousandths(status)
    }
}
