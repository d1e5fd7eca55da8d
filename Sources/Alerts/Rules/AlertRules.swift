public import StatusModel

/// A site's rules, with the names by which the ledger identifies their components and severities.
public struct AlertRules: Sendable {
    /// The rules, in the order in which they are tried.
    public let rules: [AlertRule]
    private let components: [Component]
    private let severities: [Severity]
    /// The places of components by their current and former ids.
    private let componentPlaces: [String: Component.Index]
    /// The places of severities by their levels and aliases.
    private let severityRanks: [String: Severity.Rank]
    /// The places of the rules for a component and a severity, in their order.
    private let places: [Subject: [Int]]

    private struct Subject: Hashable {
        let component: Component.Index
        let severity: Severity.Rank
    }

    /// Makes the rules of a site with those components and severities.
    public init(_ rules: [AlertRule], components: [Component], severities: [Severity]) {
        (self.rules, self.components, self.severities) = (rules, components, severities)
        let ids = components.enumerated().map { ($1.id, $0) }
        let formerIDs = components.enumerated().flatMap { place, component in
            component.formerIDs.map { ($0, place) }
        }
        componentPlaces = Dictionary(ids + formerIDs) { first, _ in first }
        let levels = severities.enumerated().map { ($1.level, $0) }
        let aliases = severities.enumerated().flatMap { rank, severity in severity.aliases.map { ($0, rank) }
        }
        severityRanks = Dictionary(levels + aliases) { first, _ in first }
        places = Dictionary(grouping: rules.indices) {
            Subject(component: rules[$0].component, severity: rules[$0].severity)
        }
    }
}

extension AlertRules {
    /// Returns the place of the first rule that matches the alert, or `nil` if none does.
    public func match(_ fact: AlertFact) -> Int? {
        rules.firstIndex { $0.match.takes(source: fact.source, labels: fact.labels) }
    }

    /// Returns the outcome of each rule for the alert, in the order of the rules.
    public func explain(_ fact: AlertFact) -> [AlertRuleOutcome] {
        let taking = match(fact)
        return rules.enumerated().map { place, rule in
            if let source = rule.match.source, source != fact.source { return .anotherSource }
            for (label, value) in rule.match.labels.sorted(by: { $0.key < $1.key }) {
                guard let actual = fact.labels[label] else { return .missingLabel(label) }
                if actual != value { return .otherValue(label: label) }
            }
            return place == taking ? .matches : .comesLater
        }
    }
}

/// The outcome of a rule for an alert.
public enum AlertRuleOutcome: Hashable, Sendable {
    /// The rule applies to the alert.
    case matches
    /// The rule would match, but an earlier one applies.
    case comesLater
    /// The rule is for alerts of another source.
    case anotherSource
    /// The rule requires that label, which the alert does not have.
    case missingLabel(String)
    /// The rule requires another value of that label.
    case otherValue(label: String)
}

extension AlertRules {
    /// Returns the parts of a rule that the ledger stores.
    func name(ofRuleAt place: Int) -> LedgerRow.RuleName {
        let rule = rules[place]
        return LedgerRow.RuleName(
            component: components.indices.contains(rule.component) ? components[rule.component].id : "",
            severity: severities.indices.contains(rule.severity) ? severities[rule.severity].level : ""
        )
    }

    /// Returns the place of the first rule for an episode's source, component and severity, or `nil` if there is no
    /// longer such a rule.
    ///
    /// Labels cannot be matched, since the ledger does not have them.
    public func rule(of episode: AlertEpisode) -> Int? {
        guard let component = componentPlaces[episode.component],
            let severity = severityRanks[episode.severity]
        else { return nil }
        return places[Subject(component: component, severity: severity)]?
            .first { rules[$0].match.source ?? episode.id.source == episode.id.source }
    }
}
