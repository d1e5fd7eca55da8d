import StatusModel

/// A window of maintenance that recurs, on the page of its series.
struct WindowContext: TemplateContext {
    let time: HTML

    static let vocabulary = Vocabulary<Self>([
        .html("time", "its start and end, as a `<time>`") { $0.time }
    ])

    init(_ window: Record, _ words: Localizer) {
        time = words.element(from: window.begins, to: window.plannedEnd ?? window.begins)
    }
}
