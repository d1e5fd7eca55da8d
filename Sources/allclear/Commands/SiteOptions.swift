import ArgumentParser
import Records
import StatusModel

/// What every command that reads a site is told.
struct SiteOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder with status.yml and incidents/.", valueName: "folder"),
        completion: .directory
    )
    var site = "."

    @Option(
        name: .customLong("now"),
        help: ArgumentHelp(
            """
            The instant to build for, as in 2026-01-02T17:05Z. Without it SOURCE_DATE_EPOCH counts, and without \
            that the clock.
            """,
            valueName: "time"
        ),
        transform: { text in
            guard let instant = Instant(writtenAs: text) else {
                throw ValidationError("`\(text)` is no time with a zone; write it as in `2026-01-02T17:05Z`")
            }
            return instant
        }
    )
    var givenNow: Instant?

    /// The instant that everything is reckoned for.
    func now() throws -> Instant {
        try givenNow ?? Clock.now()
    }
}
