import Diagnostics

/// A page's template, ready to run: what it writes as it is, and values whose places are known.
///
/// Everything that can be settled without a page is settled when it is made: templates that others include stand in it,
/// names are places, and the language's words are bytes. Running it appends to one buffer.
struct TemplateProgram: Sendable {
    let steps: [Step]
    let escaping: Escaping

    indirect enum Step: Sendable {
        /// What the template says itself.
        case bytes([UInt8])
        /// A text, escaped.
        case text(Place)
        /// An address, for where the template links to it.
        case address(Place)
        /// What somebody wrote, in the markup of what the template makes.
        case markup(Place)
        /// HTML as it is.
        case html(Place)
        /// Steps for each value that is there.
        case section(Place, [Step])
        /// Steps if no value is there.
        case inverted(Place, [Step])
        /// Nothing: what follows comes from there.
        case origin(Origin)
    }

    /// A stretch of a template.
    struct Origin: Sendable {
        let file: SourceFile
        let range: Range<Int>
        /// Whether it is written as it stands, so that each of its bytes has a place of its own.
        let isText: Bool
    }

    /// Where a value is found.
    enum Place: Sendable {
        /// By the number of a word in the vocabulary of the context at that level; the page's own is level 0.
        case word(level: Int, number: Int)
        /// The text under that key of a word.
        case key(level: Int, number: Int, String)
        /// The text at that level itself.
        case level(Int)
    }
}

extension TemplateProgram {
    /// What it writes of the page, in UTF-8.
    func output(of page: some PageContext) -> [UInt8] { run(page).output }

    /// What it writes, and where in the templates each byte comes from; of a program that was compiled with its origins.
    func trace(of page: some PageContext) -> (output: [UInt8], place: (Int) -> SourceLocation?) {
        let run = run(page)
        return (
            run.output,
            { offset in
                guard let (start, origin) = run.origins.last(where: { $0.start <= offset }) else {
                    return nil
                }
                let place = min(origin.range.lowerBound + offset - start, origin.range.upperBound)
                return origin.file.location(of: origin.isText ? place..<place + 1 : origin.range)
            }
        )
    }

    private func run(_ page: some PageContext) -> Run {
        var run = Run(escaping: escaping, levels: [.context(page)])
        run.output.reserveCapacity(16_384)
        run.take(steps)
        return run
    }
}

/// What a section adds to the values at hand.
enum TemplateLevel {
    case context(any TemplateContext)
    case text(String)
    case markup(Markup)
    case html(HTML)
}

/// One page being written.
private struct Run {
    typealias Place = TemplateProgram.Place

    let escaping: Escaping
    /// What is at hand, the page's own context first.
    var levels: [TemplateLevel]
    var output: [UInt8] = []
    /// Where in the templates what is written from a place on comes from.
    var origins: [(start: Int, TemplateProgram.Origin)] = []

    mutating func take(_ steps: [TemplateProgram.Step]) {
        for step in steps {
            switch step {
            case .bytes(let bytes): output += bytes
            case .text(let place):
                if let text = text(at: place) { escaping.append(text, to: &output) }
            case .address(let place):
                if let address = text(at: place) { escaping.append(address: address, to: &output) }
            case .markup(let place):
                if let markup = markup(at: place) { escaping.append(markup, to: &output) }
            case .html(let place):
                if let html = html(at: place) { output += html.source.utf8 }
            case .section(let place, let steps): enter(place) { $0.take(steps) }
            case .inverted(let place, let steps):
                var isThere = false
                enter(place) { _ in isThere = true }
                if !isThere { take(steps) }
            case .origin(let origin): origins.append((output.count, origin))
            }
        }
    }

    private func text(at place: Place) -> String? {
        switch place {
        case .word(let level, let number):
            guard case .context(let context) = levels[level] else { return nil }
            return context.text(of: number)
        case .key(let level, let number, let key):
            guard case .context(let context) = levels[level] else { return nil }
            return context.text(of: number, under: key)
        case .level(let level):
            guard case .text(let text) = levels[level] else { return nil }
            return text
        }
    }

    private func markup(at place: Place) -> Markup? {
        switch place {
        case .word(let level, let number):
            guard case .context(let context) = levels[level] else { return nil }
            return context.markup(of: number)
        case .key: return nil
        case .level(let level):
            guard case .markup(let markup) = levels[level] else { return nil }
            return markup
        }
    }

    private func html(at place: Place) -> HTML? {
        switch place {
        case .key: return nil
        case .word(let level, let number):
            guard case .context(let context) = levels[level] else { return nil }
            return context.html(of: number)
        case .level(let level):
            guard case .html(let html) = levels[level] else { return nil }
            return html
        }
    }

    /// Does something with each value of a section at hand.
    private mutating func enter(_ place: Place, _ body: (inout Run) -> Void) {
        switch place {
        case .level: body(&self)
        case .key:
            guard let text = text(at: place), !text.isEmpty else { return }
            enter(.text(text), body)
        case .word(let level, let number):
            guard case .context(let context) = levels[level] else { return }
            context.values(of: number) { value in
                if let value { enter(value, body) } else { body(&self) }
            }
        }
    }

    private mutating func enter(_ level: TemplateLevel, _ body: (inout Run) -> Void) {
        levels.append(level)
        body(&self)
        levels.removeLast()
    }
}
