/// Struck text among adjacent nodes: the text between runs of one or of two tildes.
///
/// Source: GitHub Flavored Markdown Spec 0.29, §6.5; runs of tildes open and close struck text by CommonMark's rules
/// for asterisks (§6.4, "flanking").
struct Strikethrough {
    private let parent: MarkdownNode
    private let children: [MarkdownNode]
    /// The runs that open or close struck text, by the index of their text among the children.
    private var runs: [Int: [Run]] = [:]

    struct Run {
        let range: Range<Int>
        let isOpening: Bool
    }

    init(in parent: MarkdownNode) {
        (self.parent, children) = (parent, parent.children)
        pair(candidates)
    }

    /// Moves struck text into its own nodes.
    func apply() {
        guard !runs.isEmpty else { return }
        var targets = [parent]
        for (place, child) in children.enumerated() {
            guard let runs = runs[place] else {
                targets[targets.count - 1].append(child)
                continue
            }
            split(child, at: runs, into: &targets)
        }
    }
}

extension Strikethrough {
    /// A run that may open or close struck text.
    fileprivate struct Candidate {
        /// The index of its text among the children.
        let place: Int
        let range: Range<Int>
        let opens: Bool
        let closes: Bool
    }
}

private extension Strikethrough {
    var candidates: [Candidate] {
        var candidates: [Candidate] = []
        for (place, child) in children.enumerated() where child.kind == .text {
            let bytes = Array(child.markedLiteral.utf8)
            var index = 0
            while let start = bytes[index...].firstIndex(of: UInt8(ascii: "~")) {
                index = bytes[start...].firstIndex { $0 != UInt8(ascii: "~") } ?? bytes.count
                // An escaped tilde is not part of a run.
                let isEscaped = bytes[index...].starts(with: EscapeMarks.mark)
                let range = start..<(isEscaped ? index - 1 : index)
                guard (1...2).contains(range.count) else { continue }
                let before = Neighbor(before: start, in: bytes, of: child)
                let after = Neighbor(after: range.upperBound, in: bytes, of: child)
                let opens = after.isText || after == .punctuation && before != .text
                let closes = before.isText || before == .punctuation && after != .text
                if opens || closes {
                    candidates.append(Candidate(place: place, range: range, opens: opens, closes: closes))
                }
            }
        }
        return candidates
    }

    mutating func pair(_ candidates: [Candidate]) {
        var open = OpenRuns()
        for run in candidates {
            guard run.closes, let opener = open.takeOpener(of: run) else {
                if run.opens { open.append(run) }
                continue
            }
            // Two runs of different lengths do not count.
            guard opener.range.count == run.range.count else { continue }
            runs[opener.place, default: []].append(Run(range: opener.range, isOpening: true))
            runs[run.place, default: []].append(Run(range: run.range, isOpening: false))
        }
    }

    func split(_ text: MarkdownNode, at runs: [Run], into targets: inout [MarkdownNode]) {
        let bytes = Array(text.markedLiteral.utf8)
        var start = 0
        func append(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            let node = MarkdownNode.make(.text)
            node.literal = String(decoding: bytes[range], as: UTF8.self)
            targets[targets.count - 1].append(node)
        }
        for run in runs.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            append(start..<run.range.lowerBound)
            start = run.range.upperBound
            if run.isOpening {
                let struck = MarkdownNode.make(.struck, "<del>", "</del>")
                targets[targets.count - 1].append(struck)
                targets.append(struck)
            } else {
                targets.removeLast()
            }
        }
        append(start..<bytes.count)
        text.remove()
    }
}

/// The open runs, with the last one of each kind directly accessible, so that searching is not necessary.
private struct OpenRuns {
    private var runs: [Strikethrough.Candidate] = []
    /// The indices of the runs of one tilde and of two.
    private var places: [Int: [Int]] = [:]
    /// The indices of the runs that cannot close struck text.
    private var opening: [Int: [Int]] = [:]

    mutating func append(_ run: Strikethrough.Candidate) {
        places[run.range.count, default: []].append(runs.count)
        if !run.closes { opening[run.range.count, default: []].append(runs.count) }
        runs.append(run)
    }

    /// Returns the last run that the given one closes, and removes it and those after it.
    ///
    /// A run of a different length counts only if neither can both open and close (CommonMark 0.31.2, §6.2, rules 9 and
    /// 10: the sum of their lengths is a multiple of 3).
    mutating func takeOpener(of run: Strikethrough.Candidate) -> Strikethrough.Candidate? {
        let same = places[run.range.count]?.last ?? -1
        let other = run.opens ? -1 : opening[3 - run.range.count]?.last ?? -1
        let place = max(same, other)
        guard place >= 0 else { return nil }
        let opener = runs[place]
        runs.removeSubrange(place...)
        for length in 1...2 {
            while let last = places[length]?.last, last >= place { places[length]?.removeLast() }
            while let last = opening[length]?.last, last >= place { opening[length]?.removeLast() }
        }
        return opener
    }
}

/// The kind of character next to a run.
private enum Neighbor {
    case blank, punctuation, text

    var isText: Bool { self == .text }

    init(before offset: Int, in bytes: [UInt8], of node: MarkdownNode) {
        let text = String(decoding: bytes[..<offset].suffix(4), as: UTF8.self).unicodeScalars
        self = text.last.map(Neighbor.init) ?? Neighbor(node.previous)
    }

    init(after offset: Int, in bytes: [UInt8], of node: MarkdownNode) {
        let text = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars
        self = text.first.map(Neighbor.init) ?? Neighbor(node.next)
    }

    private init(_ scalar: Unicode.Scalar) {
        if scalar.properties.isWhitespace {
            self = .blank
        } else {
            // An escaped character is punctuation.
            self = scalar.isPunctuation || scalar == "\u{FFFE}" ? .punctuation : .text
        }
    }

    /// Makes the neighbor in another node, whose source ends with a mark: an asterisk, a bracket, a backtick.
    private init(_ node: MarkdownNode?) {
        switch node?.kind {
        case nil, .softBreak, .lineBreak: self = .blank
        default: self = .punctuation
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is punctuation in CommonMark (0.31.2, §2.1): in ASCII or in Unicode.
    fileprivate var isPunctuation: Bool {
        if isASCII {
            return (0x21...0x7E).contains(value) && !properties.isAlphabetic && properties.numericType == nil
        }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
