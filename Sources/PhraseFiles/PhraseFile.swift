/// A `.phrases` file: UTF-8 text with one phrase on each line, `key = text`, or `key[form] = text` if the phrase
/// depends on a number.
///
/// Empty lines are skipped, and so are lines that begin with `#`, which are notes for translators.
///
/// The text is everything after the first `=`, without the spaces and tabs around it. There are no escapes and no
/// continuation lines, so this is not the format of Java's `.properties`. See `docs/languages.md`.
public struct PhraseFile: Sendable {
    /// The phrases, in the order of the file.
    public let entries: [Entry]
    /// The lines that could not be read.
    public let mistakes: [Mistake]

    /// A phrase, or one of its forms.
    public struct Entry: Sendable {
        /// The name of the phrase, such as `component.retired-since`.
        public let key: String
        /// The category of numbers that the text is for, such as `one`; `nil` if it is for all numbers.
        public let form: String?
        /// The text of the phrase.
        public let text: PhraseText
        /// The range of the bytes of the key, with the form.
        public let keyRange: Range<Int>
        /// The range of the bytes of the text.
        public let textRange: Range<Int>
    }

    /// The reason that a line is not a phrase.
    public struct Mistake: Sendable {
        /// The kind of mistake.
        public let kind: Kind
        /// The range of the bytes in question.
        public let range: Range<Int>

        /// The kinds of mistakes in a line.
        public enum Kind: Sendable {
            case noEqualsSign, key, form, duplicate, emptyText, slot
        }
    }

    /// The categories of numbers that languages distinguish, with the names in Unicode's CLDR.
    public static let forms = ["zero", "one", "two", "few", "many", "other"]

    /// Reads a file; lines that cannot be read are left out, and added to the mistakes.
    public init(_ bytes: [UInt8]) {
        var reader = PhraseFileReader(bytes)
        reader.read()
        (entries, mistakes) = (reader.entries, reader.mistakes)
    }
}
