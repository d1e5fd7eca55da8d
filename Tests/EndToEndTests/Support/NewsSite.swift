/// A site, an incident in three updates, and maintenance: what tests of `announce` commit piece by piece.
enum NewsSite {
    static let configuration = """
        site: {title: Example Status, url: "https://status.example.com"}
        components: [{id: api, name: API}]
        severities: {SEV-1: {}}

        """

    static let first = """
        ---
        title: Stories are slow
        severity: SEV-1
        components: {api: partial}
        started: 2026-01-02T16:58Z
        ---

        [INVESTIGATING 17:05 UTC] We look into it.

        """

    static let second = """

        [IDENTIFIED 17:15 UTC] The pool is exhausted.

        """

    static let third = """

        [RESOLVED 17:45 UTC] All is well.

        """

    static let window = """
        ---
        title: We move
        maintenance: {from: 2026-01-03T10:00Z, until: 2026-01-03T11:30Z}
        ---

        [SCHEDULED 2026-01-03 09:00 UTC] We move.

        """
}
