/// A scanner for text that CI services take for commands in the log of a job: a line that begins with `::`, and `##[`
/// or `##vso[` anywhere.
///
/// Characters without a width are ignored, as in the comparisons of the services, so they do not hide a command.
///
/// Sources: GitHub Docs, "Workflow commands for GitHub Actions"; Microsoft Learn, "Logging commands" of Azure
/// Pipelines.
public struct CommandScanner {
    private var colons = LineStart.blank
    private var marks = Marks.none

    private enum LineStart { case blank, colon, passed }
    private enum Marks { case none, one, two }

    /// Makes a scanner at the start of a line.
    public init() {}

    /// Scans the next character.
    ///
    /// - Returns: whether it completes a command, so that it has to be written in another way.
    public mutating func completes(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" || scalar == "\r" {
            self = CommandScanner()
            return false
        }
        guard scalar.isASCII || !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        let isColon = completesColons(scalar)
        return completesMarks(scalar) || isColon
    }
}

private extension CommandScanner {
    mutating func completesColons(_ scalar: Unicode.Scalar) -> Bool {
        defer {
            switch colons {
            case .blank where scalar == ":": colons = .colon
            case .blank where scalar.properties.isWhitespace: break
            default: colons = .passed
            }
        }
        return colons == .colon && scalar == ":"
    }

    mutating func completesMarks(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "#": marks = marks == .none ? .one : .two
        case "a"..."z" where marks == .two, "A"..."Z" where marks == .two: break
        default:
            defer { marks = .none }
            return marks == .two && scalar == "["
        }
        return false
    }
}
