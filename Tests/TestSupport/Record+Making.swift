public import StatusModel

/// Records for tests, made in two steps: what all records have, then what only those of one kind have.
extension Record {
    /// Makes a record with what all records have.
    public init(id: String, slug: String, path: String, title: String) {
        self.init(.incident, id: id, slug: slug, path: path, title: title, from: .distantPast)
    }

    /// Returns the record as an incident.
    public func incident(
        severity: Severity.Rank,
        components: [StatusChange] = [],
        startedAt: Instant
    ) -> Record {
        var record = self
        record.kind = .incident
        record.severity = severity
        record.components = components
        record.from = startedAt
        return record
    }

    /// Returns the record as maintenance.
    public func maintenance(from: Instant, until: Instant, components: [StatusChange] = []) -> Record {
        var record = self
        record.kind = .maintenance
        record.from = from
        record.until = until
        record.components = components
        return record
    }

    /// Returns the record as a notice.
    public func notice(from: Instant, until: Instant? = nil) -> Record {
        var record = self
        record.kind = .notice
        record.from = from
        record.until = until
        return record
    }
}

/// The records of a page by kind, for tests that change those of one kind.
extension StatusPage {
    /// The incidents, newest first.
    public var incidents: [Record] {
        get { records(of: .incident) }
        set { replace(.incident, by: newValue) }
    }

    /// The maintenance, newest first.
    public var maintenance: [Record] {
        get { records(of: .maintenance) }
        set { replace(.maintenance, by: newValue) }
    }

    /// The notices, newest first.
    public var notices: [Record] {
        get { records(of: .notice) }
        set { replace(.notice, by: newValue) }
    }

    private mutating func replace(_ kind: Record.Kind, by newRecords: [Record]) {
        records.removeAll { $0.kind == kind }
        records += newRecords
        sortRecords()
    }
}
