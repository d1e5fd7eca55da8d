import Diagnostics

extension YAMLText {
    /// The root, where the same key may stand in a map more than once: whose file it is may not mind.
    ///
    /// The library minds. So the second of two such keys gets a name of the same length that nothing else has,
    /// and `doubles` says where each of those stands.
    func composeWithDoubles(
        into diagnostics: inout [Diagnostic]
    ) -> (root: YAMLValue, doubles: [String: Range<Int>])? {
        var found: [Diagnostic] = []
        if let root = compose(into: &found) {
            diagnostics += found
            return (root, [:])
        }
        let errors = found.filter { $0.severity == .error }
        if !errors.isEmpty, errors.allSatisfy({ $0.id == .duplicateKey }), let composed = composeRenamed() {
            diagnostics += found.filter { $0.severity != .error }
            return composed
        }
        diagnostics += found
        return nil
    }
}

private extension YAMLText {
    func composeRenamed() -> (root: YAMLValue, doubles: [String: Range<Int>])? {
        var (bytes, doubles) = (file.bytes, [String: Range<Int>]())
        for duplicate in YAMLPitfalls(in: self).duplicateKeys() {
            let isQuoted = "\"'".utf8.contains(bytes[duplicate.second.lowerBound])
            let place = isQuoted ? duplicate.second.dropFirst().dropLast() : duplicate.second
            guard let name = Self.name(number: doubles.count, ofLength: place.count) else { return nil }
            bytes.replaceSubrange(place, with: name.utf8)
            doubles[name] = place
        }
        var mistakes: [Diagnostic] = []
        let renamed = YAMLText(file: SourceFile(path: file.path, bytes: bytes), range: range)
        guard let root = renamed.compose(into: &mistakes) else { return nil }
        return (YAMLValue(node: root.node, text: self), doubles)
    }

    static func name(number: Int, ofLength length: Int) -> String? {
        let digits = String(number, radix: 36)
        guard digits.utf8.count < length else { return nil }
        return String(repeating: "Z", count: length - digits.utf8.count) + digits
    }
}
