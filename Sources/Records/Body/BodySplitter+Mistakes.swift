import Diagnostics
import StatusModel

// MARK: - Misplaced updates

extension BodySplitter {
    /// Returns the error for `[RESOLVED 17:45]` within a list or quote.
    func updateInside(_ name: String, _ bracket: String, at place: LinePlace) -> Diagnostic {
        Diagnostic(
            .error, .unmarkedUpdate, "`\(bracket)` is in \(name), where an update cannot start",
            at: text.location(of: bracket, at: place),
            hint: place.isMarked
                ? "write it at the start of a line, or `\\\(bracket)` if it is meant as text"
                : "add an empty line above it: Markdown joins it to the text before it")
    }

    func updateAfterPostMortem(_ marker: PhaseMarker, at offset: Int) -> Diagnostic {
        Diagnostic(
            .error, .updateAfterPostMortem, "this update is below the post-mortem heading",
            at: text.location(of: marker.bracket, from: offset),
            hint: "move it above the heading: the post-mortem runs to the end of the file")
    }

    func phaseInCode(_ bracket: String, from offset: Int) -> Diagnostic {
        Diagnostic(
            .warning, .phaseInCode, "`\(bracket)` is in code, so it is read as text",
            at: text.location(of: bracket, from: offset),
            hint: "move it out of the code, to the start of a line")
    }

    mutating func warnOfPhase(inCode block: MarkdownNode) {
        let literal = block.literal
        guard literal.utf8.contains(UInt8(ascii: "[")) else { return }
        var offset = text.start(ofLine: block.startLine)
        for line in literal.split(whereSeparator: \.isNewline) {
            guard let marker = PhaseMarker(line.trimmed) else { continue }
            findings.add(phaseInCode(marker.bracket, from: offset))
            offset = text.find(Array(marker.bracket.utf8), from: offset).map { $0 + 1 } ?? offset
        }
    }

    /// Reports lines such as `[RESOLVED]: text`, which defines a link in Markdown: it is found only in the bytes, not in
    /// the tree.
    mutating func reportSwallowedMarkers() {
        var others = otherLines[...]
        for offset in text.bracketLines {
            let number = text.number(ofLineAt: offset)
            while let first = others.first, first.upperBound < number { others.removeFirst() }
            guard !finder.found.contains(number), others.first?.contains(number) != true else { continue }
            let line = String(
                decoding: text.file.bytes[offset..<text.contentEnd(ofLine: number)],
                as: UTF8.self
            )
            guard let bracket = definedPhase(on: line) else { continue }
            parts.lookalikes.append(offset)
            findings.error(
                .phaseAsLinkDefinition, at: text.location(ofLineAt: offset),
                "`\(bracket):` defines a link in Markdown, so the update is lost",
                hint: "write `\(bracket)` without the colon")
        }
    }

    /// Returns the bracket of a link definition if it has a phase.
    private func definedPhase(on line: String) -> String? {
        let lookalike = UpdateLookalike(line, by: reader.words).flatMap {
            $0.keyword == nil ? nil : $0.written
        }
        guard let bracket = PhaseMarker(line)?.bracket ?? lookalike, line.hasPrefix(bracket + ":") else {
            return nil
        }
        return bracket
    }
}

// MARK: - Headings

extension BodySplitter {
    func isSetext(_ heading: MarkdownNode) -> Bool {
        let start = text.start(ofLine: heading.startLine)
        return text.file.bytes[start..<text.range.upperBound].first { $0 != 0x20 } != UInt8(ascii: "#")
    }

    func isPartOfUpdate(_ line: ParagraphLines.Line) -> Bool {
        switch reader.read(line) {
        case .marker: true
        case .trailer: !parts.updates.isEmpty && parts.postMortem == nil
        default: false
        }
    }

    func setextHeading(_ heading: MarkdownNode) -> Diagnostic {
        Diagnostic(
            .warning, .setextHeading,
            "in Markdown, the `---` or `===` line below turns this text into a heading",
            at: text.location(of: heading), hint: "add an empty line between the text and that line")
    }
}

// MARK: - Misplaced trailers

extension BodySplitter {
    /// Returns the warning for a trailer right below a list item or a quote, which it belongs to in Markdown.
    ///
    /// It counts as a trailer anyway.
    func swallowed(_ trailer: Trailer, by name: String) -> Diagnostic {
        Diagnostic(
            .warning, .swallowedTrailer,
            "Markdown reads `\(trailer.name.rawValue):` as part of \(name) above it",
            at: text.location(ofValueOf: trailer), hint: "add an empty line between the two")
    }

    func unread(_ trailer: Trailer, _ where: String, at place: LinePlace) -> Diagnostic {
        Diagnostic(
            .error, .misplacedTrailer, "`\(trailer.name.rawValue):` is not read \(`where`)",
            at: text.location(from: place),
            hint: trailer.name == .escalated
                ? "move it to a line of its own, or readers will see it"
                : "move it to a line of its own, or write `\\\(trailer.name.rawValue):` if it is meant as text"
        )
    }

    func stray(_ trailer: Trailer) -> Diagnostic {
        Diagnostic(
            trailer.name == .escalated ? .error : .warning, .misplacedTrailer,
            "`\(trailer.name.rawValue):` is before the first update, where it is read as text",
            at: text.location(ofLineAt: trailer.offset),
            hint: trailer.name == .escalated
                ? "move it into an update, or readers will see it"
                : "move it into an update, or write `\\\(trailer.name.rawValue):` if it is meant as text")
    }

    func misplacedVisibility(_ name: String, at place: LinePlace) -> Diagnostic {
        Diagnostic(
            .error, .misplacedTrailer, "`\(name):` has no effect in the text of a record",
            at: text.location(from: place),
            hint:
                "move it to the front matter or, if it is about the post-mortem, to the line below its heading"
        )
    }

    func misspelt(_ slip: TrailerSlip, at place: LinePlace) -> Diagnostic {
        Diagnostic(
            slip.isCertain ? .error : .warning, .unknownTrailer,
            "`\(slip.written):` is not a known trailer, so it is read as text",
            at: text.location(of: slip.written, at: place),
            hint: "did you mean `\(slip.meant):`? Otherwise write `\\\(slip.written):`")
    }

    /// Returns the error for text after a trailer, which may or may not belong to the trailer's value.
    func textAfter(_ trailer: Trailer) -> Diagnostic {
        let name = trailer.name.rawValue
        let next = text.number(ofLineAt: trailer.offset) + 1
        return Diagnostic(
            .error, .textAfterTrailer, "it is unclear whether this line belongs to the value of `\(name):`",
            at: text.location(ofLineAt: text.start(ofLine: next)),
            hint: "add an empty line above it, or write the value of `\(name):` on one line")
    }
}

extension BodyText {
    /// Returns the location of a line, without the marks before its text.
    func location(from place: LinePlace) -> SourceLocation { location(ofLineAt: place.start) }

    /// Returns a place in the middle of a line.
    func place(behind offset: Int) -> LinePlace {
        LinePlace(number: 0, text: offset, start: offset, isMarked: false, isEscaped: false)
    }

    /// Returns the number of the line that contains the offset, from 1.
    func number(ofLineAt offset: Int) -> Int {
        var (low, high) = (0, lineCount)
        while low < high {
            let middle = (low + high) / 2
            if start(ofLine: middle + 1) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
