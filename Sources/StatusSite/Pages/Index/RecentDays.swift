import Reliability
import StatusModel

/// The last seven days: the records in them that are over, and the number of quiet days.
struct RecentDays: TemplateContext {
    let entries: HTML
    let quiet: String

    static let vocabulary = Vocabulary<Self>([
        .html(
            "entries",
            "incidents and maintenance of these days that are over, newest first, each made by the template `entry`"
        ) { $0.entries },
        .text(
            "quiet",
            "a sentence with the number of days without incidents or maintenance; empty if there were none, or if the site is not old enough"
        ) { $0.quiet },
    ])

    init(layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let today = words.zone.day(of: site.now)
        let days = Set((0..<7).map { today.advanced(by: -$0) })
        let start = words.zone.start(of: today.advanced(by: -6))
        let recent = site.historyEntries.filter {
            $0.record.kind != .notice && $0.endsAt ?? site.now >= start
                && !days.isDisjoint(with: $0.days(in: words.zone))
        }
        let felt = recent.filter { $0.phase != .cancelled || !$0.effects.isEmpty }
        let troubled = days.intersection(felt.flatMap { $0.days(in: words.zone) })
        entries = recent.filter { $0.phase?.isFinal == true }
            .map { layout.entry(EntryContext($0, layout: layout)) }.joined()
        let isYoung = site.history.periods.firstDay > today.advanced(by: -6)
        quiet = isYoung ? "" : Self.sentence(days.count - troubled.count, words)
    }

    private static func sentence(_ quiet: Int, _ words: Localizer) -> String {
        switch quiet {
        case 0: ""
        case 7: words.text.indexAllQuiet
        default: words.text.indexQuiet(quiet)
        }
    }
}
