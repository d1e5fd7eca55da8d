/// In which lines a text differs from another: the first of them, and how many there are.
struct LineDifference: CustomStringConvertible {
    let description: String

    /// Nothing where the texts are the same.
    init?(from expected: String, to actual: String) {
        guard expected != actual else { return nil }
        let (before, after) = (
            expected.split(separator: "\n", omittingEmptySubsequences: false),
            actual.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let start = zip(before, after).prefix { $0 == $1 }.count
        let rest = min(before.count, after.count) - start
        let end = zip(before.reversed(), after.reversed()).prefix(rest).prefix { $0 == $1 }.count
        let lines = { (lines: [Substring], sign: String) in
            let differing = lines[start..<lines.count - end]
            let shown = differing.prefix(10).map { "\(sign) \($0)" }
            return shown + (differing.count > 10 ? ["\(sign) … and \(differing.count - 10) lines more"] : [])
        }
        description = (["line \(start + 1):"] + lines(before, "-") + lines(after, "+")).joined(
            separator: "\n"
        )
    }
}
