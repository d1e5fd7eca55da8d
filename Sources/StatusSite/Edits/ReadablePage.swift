public import StatusModel

/// A page whose incidents are read part by part.
public struct ReadablePage: Sendable {
    private let page: StatusPage
    private let words: Localizer
    /// The current names of components and levels, which are used to compare parts.
    private let present: PresentNames

    /// - Parameters:
    ///   - page: the page as the public may see it.
    ///   - present: the page as it is today.
    ///   - templates: the site's templates, whose language the labels are in; `nil` for English.
    public init(_ page: StatusPage, today present: StatusPage, in templates: SiteTemplates?) {
        self.page = page
        self.present = PresentNames(of: present)
        words = Localizer(of: page, in: templates?.language ?? .english)
    }

    /// Returns everything that the public could read about an incident of the page.
    public func readable(_ record: Record) -> ReadableRecord {
        ReadableRecord(record, parts: parts(of: record))
    }
}

private extension ReadablePage {
    typealias Part = ReadableRecord.Part

    func parts(of record: Record) -> [Part] {
        let times = [record.from, record.until].compactMap { $0 }
        return [
            part(.title, words.text.editsPartTitle, record.title),
            Part(
                key: .times, label: words.text.recordTimelineTime,
                words: times.map(words.dateAndTime).joined(separator: " \u{2013} "),
                identity: times.map(\.description).joined(separator: " ")),
            recurrence(record.series),
            time(.detected, words.text.announceStepDetected, record.detectedAt),
            time(.acknowledged, words.text.announceStepAcknowledged, record.acknowledgedAt),
            detector(record.detectedBy),
            severity(record.severity),
            components(record.components),
            part(.summary, words.text.editsPartSummary, record.summary.text),
        ]
            + record.updates.enumerated().map(update)
            + record.impact.map { part(.impact(Record.Detail.key(of: $0.label)), label(of: $0), $0.text) }
            + postMortem(record.postMortem)
            + [
                tags(record.tags),
                part(
                    .references, words.text.recordSeeAlso,
                    ([record.ticket].compactMap { $0 } + record.links).joined(separator: ", ")),
            ]
    }

    func part(_ key: ReadableRecord.Key, _ label: String, _ text: String) -> Part {
        let line = text.withoutForm
        return Part(key: key, label: label, words: line, identity: line)
    }

    func severity(_ rank: Severity.Rank?) -> Part {
        let severity = rank.map { page.severities[$0] }
        return Part(
            key: .severity, label: words.text.reportColumnSeverity,
            words: severity.map(words.label(of:)) ?? "", identity: identity(rank))
    }

    func identity(_ rank: Severity.Rank?) -> String {
        rank.map { present.level(page.severities[$0].level) } ?? ""
    }

    func time(_ key: ReadableRecord.Key, _ label: String, _ instant: Instant?) -> Part {
        Part(
            key: key, label: label, words: instant.map { words.dateAndTime($0) } ?? "",
            identity: instant?.description ?? "")
    }

    /// Returns the rule of a series with all its windows, which show the days that are left out or moved.
    func recurrence(_ series: Series?) -> Part {
        guard let series else { return part(.recurrence, words.text.maintenanceTitle, "") }
        let windows = series.windows.map { words.span(from: $0.range.from, to: $0.range.to) }
        let rule = words.recurrence(of: series)
        return Part(
            key: .recurrence, label: words.text.maintenanceTitle,
            words: ([rule] + windows).joined(separator: " \u{2022} "),
            identity: (["\(series.rule.frequency)"]
                + series.windows.map { "\($0.day) \($0.range.from) \($0.range.to)" })
                .joined(separator: "\n"))
    }

    func detector(_ detector: Record.Detector?) -> Part {
        let phrase =
            switch detector {
            case .alert: words.text.editsDetectedAlert
            case .customer: words.text.editsDetectedCustomer
            case .staff: words.text.editsDetectedStaff
            case .partner: words.text.editsDetectedPartner
            case nil: ""
            }
        return Part(key: .detectedBy, label: "", words: phrase, identity: detector?.rawValue ?? "")
    }

    func tags(_ tags: [String]) -> Part {
        let list = words.list(tags)
        return Part(
            key: .tags, label: "", words: tags.isEmpty ? "" : words.text.recordTags(tags: list),
            identity: tags.joined(separator: "\n"))
    }

    func components(_ changes: [StatusChange]) -> Part {
        Part(
            key: .components, label: words.text.indexComponents, words: words.list(changes.map(phrase)),
            identity: changes.map(identity).joined(separator: ", "))
    }

    func update(_ place: Int, _ update: Update) -> Part {
        let heading = words.text.timeWithDate(
            date: words.label(of: update.phase), time: words.dateAndTime(update.at))
        let prose = update.prose.text.withoutForm
        return Part(
            key: .update(place), label: "",
            words: ([heading, prose] + facts(of: update)).filter { !$0.isEmpty }
                .joined(separator: " \u{2022} "),
            identity: identities(of: update, prose: prose).joined(separator: "\n"),
            texts: [prose] + [update.rootCause ?? "", update.fix ?? ""].map(\.withoutForm))
    }

    /// Returns the facts of an update besides its text.
    func facts(of update: Update) -> [String] {
        let severity = update.severity.map {
            words.text.updateSeverity(severity: words.label(of: page.severities[$0]))
        }
        let from = update.from.map { words.text.updateFrom(time: words.dateAndTime($0)) }
        let until = update.until.map { words.text.updateUntil(time: words.dateAndTime($0)) }
        let next = update.nextUpdateAt.map { words.text.updatePromised(time: words.dateAndTime($0)) }
        return [update.rootCause, update.fix, severity].compactMap { $0 } + update.changes.map(phrase)
            + [from, until, expected(update.estimate), next].compactMap { $0 }
    }

    func expected(_ estimate: Update.Estimate?) -> String? {
        switch estimate {
        case .at(let instant): words.text.updateExpected(time: words.dateAndTime(instant))
        case .words(let text): words.text.updateExpectedWords(estimate: text)
        case nil: nil
        }
    }

    /// Returns all that the public may know of an update, field by field.
    ///
    /// The phase shows whether its author wrote `UPDATE`, and only the team sees who was called in.
    func identities(of update: Update, prose: String) -> [String] {
        let estimate =
            switch update.estimate {
            case .at(let instant): instant.description
            case .words(let text): text.withoutForm
            case nil: ""
            }
        return [update.phase.rawValue, update.at.description, prose]
            + [update.rootCause, update.fix].map { $0 ?? "" }
            + [update.nextUpdateAt, update.from, update.until].map { $0?.description ?? "" }
            + [estimate, identity(update.severity)] + update.changes.map(identity)
    }

    func postMortem(_ postMortem: PostMortem?) -> [Part] {
        guard let postMortem else { return [] }
        var counts: [String: Int] = [:]
        let introduction = postMortem.introduction.text.withoutForm
        return [
            Part(
                key: .postMortem, label: postMortem.title, words: introduction,
                identity: "\(postMortem.title.withoutForm)\n\(introduction)")
        ]
            + postMortem.sections.map { section in
                let number = counts[section.title, default: 0]
                counts[section.title] = number + 1
                let timeline = section.timeline.map { "\($0.time): \($0.prose.text)" }
                let items = section.actionItems.map(\.text)
                let text = ([section.prose.text] + timeline + items).joined(separator: " \u{2022} ")
                var part = part(.section(section.title, number), section.title, text)
                part.texts =
                    ([section.prose.text] + section.timeline.map { $0.prose.text } + items).map(\.withoutForm)
                return part
            }
    }

    func label(of detail: Record.Detail) -> String {
        detail.label.isEmpty ? words.text.recordImpact : words.label(of: detail)
    }

    func phrase(_ change: StatusChange) -> String {
        let (component, status) = (words.components[change.component], words.label(of: change.status))
        guard let since = change.since else {
            return words.text.statusOfComponent(component: component, status: status)
        }
        return words.text.updateComponentSince(
            component: component, status: status, time: words.dateAndTime(since))
    }

    func identity(_ change: StatusChange) -> String {
        "\(present.component(page.components[change.component].id)) \(change.status.name) \(change.since?.description ?? "")"
    }
}

/// The current names of components and severities, by their former names.
private struct PresentNames: Sendable {
    private let components: [String: String]
    private let levels: [String: String]

    init(of page: StatusPage) {
        components = Self.names(page.components.map { ($0.id, $0.formerIDs) })
        levels = Self.names(page.severities.map { ($0.level, $0.aliases) })
    }

    func component(_ id: String) -> String { components[id] ?? id }

    func level(_ level: String) -> String { levels[level] ?? level }

    /// Maps all names to current ones; a name that is in use is not a former name of anything else.
    private static func names(_ all: [(name: String, former: [String])]) -> [String: String] {
        let former = all.flatMap { one in one.former.map { ($0, one.name) } }
        return Dictionary(all.map { ($0.name, $0.name) } + former) { first, _ in first }
    }
}

extension String {
    /// The text with one space between words, since form does not count as a change.
    fileprivate var withoutForm: String {
        unicodeScalars.split(whereSeparator: \.isBlank).map(Substring.init).joined(separator: " ")
            .drop { " \u{2022}".contains($0) }
            .description
    }
}

extension Unicode.Scalar {
    /// Whether it is white space.
    ///
    /// Most characters are recognized by number, which takes a tenth of the time of a lookup in Unicode's tables.
    fileprivate var isBlank: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
