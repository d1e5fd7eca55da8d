import Diagnostics
import StatusModel

/// The lists under `checklists:`, by the names that severities call them by.
struct NamedChecklists {
    private var items: [String: [InlineProse]] = [:]
    private var names: [String] = []

    /// Makes an instance without lists.
    init() {}

    /// Reads the part under `checklists:`.
    init(in value: YAMLValue, into findings: Findings) {
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "`checklists` must be a map of names to items, not \(value.kind)",
                hint: "write `closing: [All customers notified]` under it")
            return
        }
        for (key, value) in entries {
            guard let name = key.text(named: "checklists", into: findings) else { continue }
            guard !value.isEmpty else {
                findings.add(emptyValue(of: key))
                continue
            }
            names.append(name)
            items[name.folded] = value.items(named: name, into: findings)
        }
    }

    /// Returns the items of a list that is given by its name or written out.
    fileprivate func items(of value: YAMLValue, into findings: Findings) -> [InlineProse] {
        guard let name = value.string?.trimmed, !name.isEmpty else {
            return value.items(named: "checklist", into: findings)
        }
        if let items = items[name.folded] { return items }
        findings.error(
            .invalidValue, at: value.location, "unknown checklist `\(name)`",
            hint: didYouMean(name, among: names)
                ?? (names.isEmpty
                    ? "put a list of one item in brackets: `[\(name)]`"
                    : "the checklists are \(list(names)); put a list of one item in brackets"))
        return []
    }
}

extension Checklist {
    /// A severity's checklist: a name or a list, whose items are due at RESOLVED, or one of them for each stage.
    static let shape = ValueShape.either(.texts, .named(.texts, by: Stage.allCases.map(\.rawValue)))

    /// Reads a severity's checklists, in the order of their stages.
    static func all(in value: YAMLValue, named: NamedChecklists, into findings: Findings) -> [Checklist] {
        let lists = stages(in: value, into: findings)
            .map { stage, value in Checklist(stage, named.items(of: value, into: findings)) }
            .filter { !$0.items.isEmpty }
        reportRepetitions(in: lists, at: value.location, into: findings)
        return lists
    }

    private static func stages(in value: YAMLValue, into findings: Findings) -> [(Stage, YAMLValue)] {
        guard let entries = value.entries else { return [(.resolved, value)] }
        var values: [Stage: YAMLValue] = [:]
        for (key, value) in entries {
            guard let word = key.text(named: "checklist", into: findings) else { continue }
            guard let stage = Stage(rawValue: word.folded) else {
                findings.error(
                    .invalidValue, at: key.location, "`\(word)` cannot have a checklist",
                    hint: didYouMean(word, among: Stage.allCases.map(\.rawValue))
                        ?? "write one of \(list(Stage.allCases.map(\.rawValue), or: true))")
                continue
            }
            guard !value.isEmpty else {
                findings.add(emptyValue(of: key))
                continue
            }
            values[stage] = value
        }
        return Stage.allCases.compactMap { stage in values[stage].map { (stage, $0) } }
    }

    /// Reports repeated items, because a tick names an item by its words alone.
    private static func reportRepetitions(
        in lists: [Checklist], at place: SourceLocation, into findings: Findings
    ) {
        var seen: Set<String> = []
        for item in lists.flatMap(\.items) where !seen.insert(item.folded).inserted {
            findings.error(
                .invalidValue, at: place,
                "`\(item)` is on the checklist twice, so one tick would count for both",
                hint: "word the two differently, or remove one")
        }
    }
}

extension YAMLValue {
    /// Reads one item, or a list of items.
    fileprivate func items(named key: String, into findings: Findings) -> [InlineProse] {
        (elements ?? [self]).compactMap { $0.text(named: key, into: findings) }.map(
            InlineProse.init(reading:))
    }
}
