import Diagnostics

/// A page's template, ready to run: literal text, and values whose places are known.
///
/// Everything that does not depend on a page is resolved in advance: included templates are part of the program, names
/// are places, and the language's words are bytes. Running a program appends to one buffer.
struct TemplateProgram: Sendable {
    let steps: [Step]
    let escaping: Escaping

    indirect enum Step: Sendable {
        /// Literal text of the template.
        case bytes([UInt8])
        /// A text, escaped.
        case text(Place)
        /// An address, escaped as the template links to it.
        case address(Place)
        /// A text with markup, in the markup that the template produces.
        case markup(Place)
        /// HTML as it is.
        case html(Place)
        /// Steps to take for each value that exists.
        case section(Place, [Step])
        /// Steps to take if no value exists.
        case inverted(Place, [Step])
        /// The origin of what follows; writes nothing.
        case origin(Origin)
    }

    /// A stretch of a template.
    struct Origin: Sendable {
        let file: SourceFile
        let range: Range<Int>
        /// Whether it is written literally, so that each of its bytes has its own location.
        let isText: Bool
    }

    /// The place of a value.
    enum Place: Sendable {
        /// The value of the word of that number in the vocabulary of the context at that level; the page's own is level
        /// 0.
        case word(level: Int, number: Int)
        /// The text under that key of a word.
        case key(level: Int, number: Int, String)
        /// The text that is that level itself.
        case level(Int)
    }
}

extension TemplateProgram {
    /// Returns what the program writes for the page, in UTF-8.
    func output(of page: some PageContext) -> [UInt8] { run(page).output }

    /// Returns what the program writes, and the location in the templates that each byte comes from.
    ///
    /// The program has to be compiled with its origins.
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

/// A value that a section adds to those in scope.
enum TemplateLevel {
    case context(any TemplateContext)
    case text(String)
    case markup(Markup)
    case html(HTML)
}

/// The run of a program for one page.
private struct Run {
    typealias Place = TemplateProgram.Place

    let escaping: Escaping
    /// The values in scope, the page's own context first.
    var levels: [TemplateLevel]
    var output: [UInt8] = []
    /// The origins of what is written, each from its start on.
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

    /// Calls `body` for each value of a section, with the value in scope.
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
