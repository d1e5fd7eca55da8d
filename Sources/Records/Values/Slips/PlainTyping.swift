/// The characters that keyboards and copied text have instead of plain ones.
enum PlainTyping {
    /// Returns the text with plain characters instead of look-alikes: hyphens for dashes, spaces for no-break spaces,
    /// ASCII for full-width forms, straight quotes for curly ones.
    ///
    /// Invisible characters are removed.
    static func of(_ text: some StringProtocol) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard !isInvisible(scalar) else { continue }
            plain.append(plainForm(of: scalar))
        }
        return String(plain).trimmed
    }

    /// Returns the first character that only looks like a plain one, and that plain one.
    static func slip(in text: some StringProtocol) -> (written: Unicode.Scalar, meant: Unicode.Scalar)? {
        for scalar in text.unicodeScalars {
            if isInvisible(scalar) { return (scalar, scalar) }
            let plain = plainForm(of: scalar)
            if plain != scalar { return (scalar, plain) }
        }
        return nil
    }

    /// Returns the text without spaces of any kind around it.
    static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { isInvisible(scalar) || plainForm(of: scalar) == " " }
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// Returns the fault of such a character.
    static func fault(of slip: (written: Unicode.Scalar, meant: Unicode.Scalar)) -> String {
        if slip.written == slip.meant {
            return "it contains the invisible character \(codePoint(slip.written))"
        }
        if slip.meant == " " { return "it contains a non-standard space (\(codePoint(slip.written)))" }
        return "`\(slip.written)` is not a plain `\(slip.meant)`"
    }

    /// Returns the character's code point, such as `U+00A0`.
    static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private static func plainForm(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x0009: " "
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
        case 0x2018...0x201B, 0x2032, 0x00B4: "'"
        case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB: "\""
        case 0x2044, 0x2215: "/"
        case 0x2236, 0xFE55, 0xA789: ":"
        // The full-width forms are in the order of ASCII.
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// Returns the value that was probably meant, if there is one: the text in plain characters, without quotes, or as
/// corrected.
func corrected(_ text: String, by correction: (String) -> String? = { $0 }, reads: (String) -> Bool)
    -> String?
{
    let plain = PlainTyping.of(text)
    let unquoted =
        plain.utf8.count > 1 && (plain.first == "\"" || plain.first == "'") && plain.last == plain.first
        ? String(plain.dropFirst().dropLast()).trimmed : plain
    return [plain, unquoted, correction(unquoted)].compactMap { $0 }.first { $0 != text && reads($0) }
}
