public import StatusModel

/// A site's rules, with the names by which the ledger knows what they are about.
public struct AlertRules: Sendable {
    /// The rules, in the order in which they are tried.
    public let rules: [AlertRule]
    private let components: [Component]
    private let severities: [Severity]
    /// By their ids, those of today and former ones.
    private let componentPlaces: [String: Component.Index]
    /// By their levels and other names.
    private let severityRanks: [String: Severity.Rank]
    /// The rules about a component and a severity, in their order.
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
    /// The place of the first rule that takes the alert; `nil` if none does.
    public func match(_ fact: AlertFact) -> Int? {
        rules.firstIndex { $0.match.takes(source: fact.source, labels: fact.labels) }
    }

    /// What each rule makes of the alert, in the order of the rules.
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

/// What a rule makes of an alert.
public enum AlertRuleOutcome: Hashable, Sendable {
    /// It takes the alert.
    case matches
    /// It would, but a rule before it does.
    case comesLater
    /// It is about alerts of another source.
    case anotherSource
    /// It asks for that label, which the alert does not have.
    case missingLabel(String)
    /// It asks for another value of that label.
    case otherValue(label: String)
}

extension AlertRules {
    /// What the ledger keeps of a rule.
    func name(ofRuleAt place: Int) -> LedgerRow.RuleName {
        let rule = rules[place]
        return LedgerRow.RuleName(
            component: components.indices.contains(rule.component) ? components[rule.component].id : "",
            severity: severities.indices.contains(rule.severity) ? severities[rule.severity].level : ""
        )
    }

    /// The place of the first rule about an episode's source, component and severity: the ledger has no labels. `nil` if there
    /// is no such rule any more.
    public func rule(of episode: AlertEpisode) -> Int? {
        guard let component = componentPlaces[episode.component],
            let severity = severityRanks[episode.severity]
        else { return nil }
        return places[Subject(component: component, severity: severity)]?
            .first { rules[$0].match.source ?? episode.id.source == episode.id.source }
    }
}
