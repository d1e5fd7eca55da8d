import StatusModel

extension JSONWriter {
    /// Writes a runbook: the name of what it is for, and its address.
    mutating func value(_ runbook: Runbook, of page: StatusPage, _ words: Localizer) {
        object { json in
            json.member("name", words.name(of: runbook, on: page))
            json.member("url", runbook.url)
        }
    }
}
