import StatusModel

/// cState's shortcode `{{< track "2018-05-25 04:13:00" >}}`, which shows a time.
struct Track {
    let at: Instant
    /// The line without the shortcode.
    let rest: String

    init?(in line: String, zone: Zone) {
        guard line.contains("{{"), line.utf8.count < 20_000, let match = line.firstMatch(of: Self.pattern),
            let time = LooseTime(match.1, zone: zone),
            !time.isDay
        else { return nil }
        at = time.instant
        rest = line.replacingCharacters(in: match.range)
    }

    /// Returns the line with each shortcode replaced by its time.
    static func replaced(in line: String) -> String {
        line.contains("{{") && line.utf8.count < 20_000
            ? line.replacing(pattern) { String($0.output.1) } : line
    }

    private static var pattern: Regex<(Substring, Substring)> {
        /\{\{[<%]\s*track\s+["'`]([^"'`]*)["'`]\s*[>%]\}\}/
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
        String((self[..<range.lowerBound] + self[range.upperBound...]).trimmingBlanks)
    }
}

/// A text whose updates end with a time: `*Investigating* - We are looking into it. {{< track "…" >}}`.
struct TrackedParts {
    private(set) var parts: [CStateBody.Part] = []
    /// The blocks after the last time.
    private var blocks: [CStateBody.Part] = []

    init(of lines: [SourceLine], zone: Zone) {
        var block = CStateBody.Part()
        for line in lines {
            guard !line.isBlank else {
                close(&block)
                continue
            }
            if let track = Track(in: line.text, zone: zone) {
                (block.at, block.place) = (track.at, line)
                block.lines.append(Track.replaced(in: track.rest))
                close(&block)
            } else {
                block.lines.append(Track.replaced(in: line.text))
            }
        }
        close(&block)
        parts += blocks
    }
}

private extension TrackedParts {
    /// Ends a block.
    ///
    /// A part with a time begins at the last phase before it, or after the previous time.
    mutating func close(_ block: inout CStateBody.Part) {
        guard !block.lines.isEmpty else { return }
        defer { block = CStateBody.Part() }
        takeWord(of: &block)
        guard block.at != nil else { return blocks.append(block) }
        let start =
            block.word != nil ? blocks.endIndex : blocks.lastIndex { $0.word != nil } ?? blocks.startIndex
        parts += blocks[..<start]
        let before = blocks[start...]
        block.word = block.word ?? before.first?.word
        block.lines = before.flatMap { $0.lines + [""] } + block.lines
        parts.append(block)
        blocks = []
    }

    /// Takes the word of `*Investigating* - text` if it can only be a phase.
    func takeWord(of block: inout CStateBody.Part) {
        guard
            let match = block.lines.first?.firstMatch(
                of: /^(?:\*{1,2}|_{1,2})([A-Za-z ]+?)(?:\*{1,2}|_{1,2})\s*[-–—:]?\s*/
            ),
            PhaseWord.isKnown(String(match.1))
        else { return }
        block.word = String(match.1)
        block.lines[0].removeSubrange(match.range)
        if block.lines[0].isEmpty { block.lines.removeFirst() }
    }
}
