import ArgumentParser

/// A severity policy to begin with: a file of `presets/`.
enum SeverityPreset: String, CaseIterable, ExpressibleByArgument {
    case sev1To3 = "sev-1-3"
    case sev1To4 = "sev-1-4"
    case p0ToP3 = "p0-p3"
}

extension SeverityPreset {
    /// The policy for `status.yml`, without the description at the top of the file.
    var policy: String {
        let text = embeddedPresets.first { $0.name == "\(rawValue).yml" }?.text.description ?? ""
        let start = text.firstMatch(of: /(?m)^severities:/)?.range.lowerBound ?? text.endIndex
        return text[start...].split(separator: "\n").joined(separator: "\n")
    }
}
