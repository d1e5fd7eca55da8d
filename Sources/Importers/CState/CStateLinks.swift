/// Links between issues: addresses of the old site in cState, files in records.
struct CStateLinks {
    private let address: String
    /// The ids of the issues by the names in addresses: Hugo writes those in lowercase.
    private let ids: [String: String]

    /// - Parameters:
    ///   - address: the address of the old site, without a trailing slash.
    ///   - ids: the names of the issues' files, without `.md`.
    init(below address: String, to ids: [String]) {
        self.address = address
        self.ids = Dictionary(ids.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// Returns the text with links to issues turned into links to records.
    func replaced(in text: String) -> String {
        guard text.contains("/issues/") else { return text }
        return text.replacing(/\]\(([^()\s]*)\/issues\/([^()\s\/#]+)\/?\)/) { link in
            guard link.1.isEmpty || link.1 == address, let id = ids[link.2.lowercased()] else {
                return String(link.0)
            }
            return "](\(id).md)"
        }
    }
}
