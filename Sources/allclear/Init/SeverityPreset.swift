import ArgumentParser

/// A severity policy to begin with: a file of `presets/`.
enum SeverityPreset: String, CaseIterable, ExpressibleByArgument {
    case sev1To3 = "sev-1-3"
    case sev1To4 = "sev-1-4"
    case p0ToP3 = "p0-p3"
}

extension SeverityPreset {
    /// The policy as it stands in `status.yml`. What the file says of itself above it is left out.
    var policy: String {
        let text = embeddedPresets.first { $0.name == "\(rawValue).yml" }?.text.description ?? ""
        let start = text.firstMatch(of: /(?m)^severities:/)?.range.lowerBound ?? text.endIndex
        return text[start...].split(separator: "\n").joined(separator: "\n")
    }
}
