import StatusModel

extension Localizer {
    /// Returns the heading of a list, such as "History of Website in 2026".
    func heading(of list: RecordList, on page: StatusPage) -> String {
        let year = list.year.map { self.name(of: .year($0)) }
        let name: String? =
            switch list.subject {
            case .everything: nil
            case .component(let index): components[index]
            case .severity(let rank): label(of: page.severities[rank])
            case .tag(let tag, _): tag
            }
        guard let name, let year else { return text.historyOf(subject: name ?? year ?? "") }
        return text.historyOfIn(subject: name, year: year)
    }

    /// Returns the number of entries of each kind, such as "3 incidents, 1 maintenance".
    func counts(of historyEntries: [HistoryEntry]) -> String {
        let incidents = historyEntries.count { $0.record.kind == .incident }
        let notices = historyEntries.count { $0.record.kind == .notice }
        let maintenance = historyEntries.count - incidents - notices
        var parts = [incidents == 0 ? text.historyNoIncidents : text.historyIncidents(incidents)]
        if maintenance > 0 { parts.append(text.historyMaintenance(maintenance)) }
        if notices > 0 { parts.append(text.historyAnnouncements(notices)) }
        return enumeration(parts)
    }
}
