extension SourceFile {
    /// The error about the file's first byte that is not UTF-8; `nil` if the whole file is UTF-8.
    ///
    /// - Parameter name: the words for the file in the message, such as “the template”.
    package func encodingMistake(in name: String) -> Diagnostic? {
        guard let offset = bytes.firstOffsetThatIsNotUTF8 else { return nil }
        return Diagnostic(
            .error, .notUTF8, "\(name) is not valid UTF-8: invalid byte at offset \(offset)",
            at: location(of: offset..<offset + 1), hint: "save it as UTF-8 in your editor")
    }
}

extension [UInt8] {
    /// The offset of the first byte that no character of UTF-8 can have there.
    fileprivate var firstOffsetThatIsNotUTF8: Int? {
        // The standard library validates whole texts by vectors; the place is looked for only if it must.
        guard String(validating: self, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
