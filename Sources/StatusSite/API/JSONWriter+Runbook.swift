import StatusModel

extension JSONWriter {
    /// A runbook: whose it is, and its address.
    mutating func value(_ runbook: Runbook, of page: StatusPage, _ words: Localizer) {
        object { json in
            json.member("name", words.name(of: runbook, on: page))
            json.member("url", runbook.url)
        }
    }
}
