import ArgumentParser
import Records
import StatusModel

/// Where a site is.
struct SiteFolderOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder that contains status.yml.", valueName: "folder"),
        completion: .directory
    )
    var site = "."

    /// An empty name, as of a variable that is not set, would mean the root of the disk.
    func validate() throws {
        if site.isEmpty { throw ValidationError("--site needs the name of a folder") }
    }
}

/// The instant that a command works at.
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

    /// The instant that was given, else the clock's.
    func now() throws -> Instant {
        try givenNow ?? Clock.now()
    }
}

/// What every command that reads a site is told.
struct SiteOptions: ParsableArguments {
    @OptionGroup var place: SiteFolderOption
    @OptionGroup var clock: ClockOption

    /// The folder that holds `status.yml`.
    var site: String { place.site }

    /// The instant that everything is reckoned for.
    func now() throws -> Instant { try clock.now() }
}
