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
        /// HTML as it is.
        case html(Place)
        /// Steps for each value that is there.
        case section(Place, [Step])
        /// Steps if no value is there.
        case inverted(Place, [Step])
    }

    /// Where a value is found.
    enum Place: Sendable {
        /// By the number of a word in the vocabulary of the context at that level; the page's own is level 0.
        case word(level: Int, number: Int)
        /// The text at that level itself.
        case level(Int)
    }
}

extension TemplateProgram {
    /// What it writes of the page, in UTF-8.
    func output(of page: some PageContext) -> [UInt8] {
        var run = Run(escaping: escaping, levels: [.context(page)])
        run.output.reserveCapacity(16_384)
        run.take(steps)
        return run.output
    }
}

/// What a section adds to the values at hand.
enum TemplateLevel {
    case context(any TemplateContext)
    case text(String)
    case html(HTML)
}

/// One page being written.
private struct Run {
    typealias Place = TemplateProgram.Place

    let escaping: Escaping
    /// What is at hand, the page's own context first.
    var levels: [TemplateLevel]
    var output: [UInt8] = []

    mutating func take(_ steps: [TemplateProgram.Step]) {
        for step in steps {
            switch step {
            case .bytes(let bytes): output += bytes
            case .text(let place):
                if let text = text(at: place) { escaping.append(text, to: &output) }
            case .html(let place):
                if let html = html(at: place) { output += html.source.utf8 }
            case .section(let place, let steps): enter(place) { $0.take(steps) }
            case .inverted(let place, let steps):
                var isThere = false
                enter(place) { _ in isThere = true }
                if !isThere { take(steps) }
            }
        }
    }

    private func text(at place: Place) -> String? {
        switch place {
        case .word(let level, let number):
            guard case .context(let context) = levels[level] else { return nil }
            return context.text(of: number)
        case .level(let level):
            guard case .text(let text) = levels[level] else { return nil }
            return text
        }
    }

    private func html(at place: Place) -> HTML? {
        switch place {
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
        guard case .word(let level, let number) = place else { return body(&self) }
        guard case .context(let context) = levels[level] else { return }
        context.values(of: number) { value in
            guard let value else { return body(&self) }
            levels.append(value)
            body(&self)
            levels.removeLast()
        }
    }
}
