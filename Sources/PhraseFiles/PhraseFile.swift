/// A `.phrases` file: UTF-8 text with one phrase on each line, `key = text`, or `key[form] = text` if the phrase
/// depends on a number. Empty lines are skipped, and so are lines that begin with `#`, which are notes for translators.
///
/// The text is everything after the first `=`, without the spaces and tabs around it. There are no escapes and no
/// continuation lines, so this is not the format of Java's `.properties`. See `docs/languages.md`.
public struct PhraseFile: Sendable {
    /// The phrases, in the order of the file.
    public let entries: [Entry]
    /// What could not be read.
    public let mistakes: [Mistake]

    /// A phrase, or one of its forms.
    public struct Entry: Sendable {
        /// What the phrase is called, as in `component.retired-since`.
        public let key: String
        /// The category of numbers that it is for, as in `one`; nothing where it holds for all.
        public let form: String?
        /// What it says.
        public let text: PhraseText
        /// The bytes of its key, with the form.
        public let keyRange: Range<Int>
        /// The bytes of its text.
        public let textRange: Range<Int>
    }

    /// Why a line is no phrase.
    public struct Mistake: Sendable {
        /// What is wrong.
        public let kind: Kind
        /// The bytes in question.
        public let range: Range<Int>

        /// What can be wrong with a line.
        public enum Kind: Sendable {
            case noEqualsSign, key, form, duplicate, emptyText, slot
        }
    }

    /// The categories of numbers that languages tell apart, as Unicode's CLDR names them.
    public static let forms = ["zero", "one", "two", "few", "many", "other"]

    /// Reads a file; what cannot be read is left out, and said.
    public init(_ bytes: [UInt8]) {
        var reader = PhraseFileReader(bytes)
        reader.read()
        (entries, mistakes) = (reader.entries, reader.mistakes)
    }
}
