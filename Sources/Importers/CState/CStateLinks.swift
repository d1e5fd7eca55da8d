/// Links between issues: by the old page's addresses in cState, by files in records.
struct CStateLinks {
    private let address: String
    /// Hugo writes names in small letters.
    private let ids: [String: String]

    /// - Parameters:
    ///   - address: that of the old page, without a slash behind it.
    ///   - ids: the names of the issues' files, without `.md`.
    init(below address: String, to ids: [String]) {
        self.address = address
        self.ids = Dictionary(ids.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// The text with links to issues made links to records.
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
