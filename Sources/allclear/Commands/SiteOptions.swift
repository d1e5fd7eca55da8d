import ArgumentParser
import Records
import StatusModel

/// The location of a site.
struct SiteFolderOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder that contains status.yml.", valueName: "folder"),
        completion: .directory
    )
    var site = "."

    /// Refuses an empty name, such as that of a variable that is not set: it would mean the root of the disk.
    func validate() throws {
        if site.isEmpty { throw ValidationError("--site needs the name of a folder") }
    }
}

/// The instant for which a command works.
struct ClockOption: ParsableArguments {
    @Option(
        name: .customLong("now"),
        help: ArgumentHelp(
            """
            The time to use as now, such as 2026-01-02T17:05Z. (default: SOURCE_DATE_EPOCH, or the clock)
            """,
            valueName: "time"
        ),
        transform: { text in
            guard let instant = Instant(writtenAs: text) else {
                throw ValidationError("write the date, time and time zone, such as 2026-01-02T17:05Z")
            }
            return instant
        }
    )
    var givenNow: Instant?

    /// Returns the instant that was given, or else the present.
    func now() throws -> Instant {
        try givenNow ?? Clock.now()
    }
}

/// The options of every command that reads a site.
struct SiteOptions: ParsableArguments {
    @OptionGroup var place: SiteFolderOption
    @OptionGroup var clock: ClockOption

    /// The folder that holds `status.yml`.
    var site: String { place.site }

    /// Returns the instant for which everything is computed.
    func now() throws -> Instant { try clock.now() }
}
