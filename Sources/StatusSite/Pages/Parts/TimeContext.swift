import StatusModel

/// A time as readers and programs read it.
struct TimeContext: TemplateContext {
    let text: String
    let datetime: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "the time in words, with its zone") { $0.text },
        .text("datetime", "the same for `<time datetime>`") { $0.datetime },
    ])
}

extension TimeContext {
    /// A time with its date.
    init(_ instant: Instant, _ words: Words) {
        self.init(text: words.dateAndTime(instant), datetime: instant.description)
    }

    /// A time without its date where that is the day that readers know of.
    init(_ instant: Instant, on known: Day, _ words: Words) {
        self.init(text: words.time(instant, on: known), datetime: instant.description)
    }

    /// A day.
    init(_ day: Day, _ words: Words) {
        self.init(text: words.date(day), datetime: day.description)
    }
}
