import Diagnostics

extension YAMLText {
    /// Returns the root of a text in which a map may have duplicate keys, since the author may not be able to change
    /// the file.
    ///
    /// The library does not allow them, so the second of two such keys gets a unique name of the same length, and
    /// `doubles` has the place of each by this name.
    func composeWithDoubles(
        into findings: Findings
    ) -> (root: YAMLValue, doubles: [String: Range<Int>])? {
        let found = Findings()
        if let root = compose(into: found) {
            findings.add(found.all)
            return (root, [:])
        }
        if found.hasErrors, found.errors.allSatisfy({ $0.id == .duplicateKey }),
            let composed = composeRenamed()
        {
            findings.add(found.all.filter { $0.severity != .error })
            return composed
        }
        findings.add(found.all)
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
        let renamed = YAMLText(file: SourceFile(path: file.path, bytes: bytes), range: range)
        guard let root = renamed.compose(into: Findings()) else { return nil }
        return (YAMLValue(node: root.node, text: self), doubles)
    }

    static func name(number: Int, ofLength length: Int) -> String? {
        let digits = String(number, radix: 36)
        guard digits.utf8.count < length else { return nil }
        return String(repeating: "Z", count: length - digits.utf8.count) + digits
    }
}
