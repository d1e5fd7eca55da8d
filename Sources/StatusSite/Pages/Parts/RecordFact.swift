import Reliability
import StatusModel

/// A fact that readers look for first while a record is open, in the banner and on the record's page.
struct RecordFact: TemplateContext {
    let name: String
    let value: HTML
    let note: HTML

    static let vocabulary = Vocabulary<Self>([
        .text("name", "the name of the fact, for example Next update") { $0.name },
        .html("value", "the fact, such as by 13:30 CET") { $0.value },
        .html("note", "more about it, such as updated 12:32 CET; may be empty") { $0.note },
    ])
}

extension RecordFact {
    /// Returns when the next update is due or maintenance is to end, when the record began, and its phase.
    static func all(of record: Record, _ words: Localizer, now: Instant) -> [RecordFact] {
        let began = words.element(record.begins, words.dateAndTime(record.begins, asOf: now))
        return [
            next(of: record, words, now: now),
            RecordFact(name: words.text.bannerBegan, value: began, note: .empty),
            progress(of: record, words, now: now),
        ]
        .compactMap { $0 }
    }

    private static func next(of record: Record, _ words: Localizer, now: Instant) -> RecordFact? {
        let isMaintenance = record.kind == .maintenance
        let next = isMaintenance ? record.plannedEnd : record.updates.last?.nextUpdateAt
        guard let next, next > now else { return nil }
        let time = words.element(next, on: words.zone.day(of: now), age: .toCome)
        return isMaintenance
            ? RecordFact(name: words.text.bannerPlannedEnd, value: time, note: .empty)
            : RecordFact(
                name: words.text.bannerNextUpdate, value: words.html.bannerBy(time: time), note: .empty)
    }

    private static func progress(of record: Record, _ words: Localizer, now: Instant) -> RecordFact? {
        guard let phase = record.phase(at: now) else { return nil }
        let day = words.zone.day(of: now)
        let updated = record.updates.last.map {
            words.html.bannerUpdated(time: words.element($0.at, on: day, age: .past))
        }
        return RecordFact(
            name: words.text.bannerPhase, value: HTML(escaping: words.label(of: phase)),
            note: updated ?? .empty)
    }
}

/// The text above a headline: a state, and how long it has lasted.
struct LastingState {
    /// The state and its duration, such as "Major outage, 40 min so far".
    let text: String
    /// The state without its duration, such as "Major outage"; `nil` if it has no duration.
    let alone: String?
}

extension LastingState {
    init(_ text: String) { self.init(text: text, alone: nil) }
}

extension Localizer {
    /// Returns the status that the incident gives components now, and how long it has lasted.
    func state(_ status: ComponentStatus?, of incident: IncidentFacts, on site: Site) -> LastingState {
        let state = status.map(label(of:)) ?? text.bannerIncident
        let began = site.effects(of: incident).filter { $0.status == status }.map(\.range.from).min()
        guard let since = status == nil ? incident.begins : began, since < site.now else {
            return LastingState(state)
        }
        return LastingState(
            text: text.bannerStateFor(duration: duration(site.now - since), state: state), alone: state)
    }
}
