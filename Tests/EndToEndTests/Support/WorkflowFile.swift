import Foundation

/// A workflow of GitHub Actions, as far as its steps are shell scripts that can be run here.
struct WorkflowFile {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

extension WorkflowFile {
    /// The script of a step; nothing where no step is called so, or has one.
    func script(of step: String) -> String? {
        guard let start = lines.firstIndex(where: { $0.hasSuffix("- name: \(step)") }) else { return nil }
        let indent = lines[start].prefix { $0 == " " } + "  "
        let body = lines[(start + 1)...].prefix { $0.hasPrefix(indent) || $0.isEmpty }
        guard let run = body.firstIndex(where: { $0.hasPrefix(indent + "run:") }) else { return nil }
        let first = lines[run].dropFirst(indent.count + 4).drop { $0 == " " }
        guard first == "|" else { return String(first) }
        return body[(run + 1)...].prefix { $0.hasPrefix(indent + "  ") || $0.isEmpty }
            .map { $0.dropFirst(indent.count + 2) }.joined(separator: "\n")
    }
}
