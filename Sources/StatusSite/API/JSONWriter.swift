/// A writer of JSON (RFC 8259) directly to bytes, value by value, without a tree in between.
///
/// Keys are in the order in which they are written, and the bytes depend only on the values. There is no white space
/// except where the caller asks for a new line.
struct JSONWriter {
    /// The bytes written so far.
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    private var startsLine = false
}

extension JSONWriter {
    /// Makes a writer with room for about that many bytes; it allocates more if necessary.
    init(expecting count: Int) {
        bytes.reserveCapacity(count)
    }

    /// Writes an object; the body writes its members.
    mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose(in: "{", "}", members)
    }

    /// Writes an array of the elements, each written by the body.
    mutating func array<Element>(
        of elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        enclose(in: "[", "]") { writer in
            for element in elements { write(&writer, element) }
        }
    }

    /// Writes an array of the values.
    mutating func array(of values: some Sequence<some JSONValue>) {
        array(of: values) { writer, value in writer.value(value) }
    }

    /// Writes an array with each element on a line of its own.
    mutating func lines<Element>(
        of elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        array(of: elements) { writer, element in
            writer.newLine()
            write(&writer, element)
        }
    }

    /// Puts the next key or value on a new line.
    mutating func newLine() {
        startsLine = true
    }

    /// Writes a key that needs no escapes; its value follows.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    /// Writes a key of any text; its value follows.
    mutating func key(text: String) {
        value(text)
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    /// Writes a value.
    mutating func value(_ value: some JSONValue) {
        separate()
        value.append(to: &bytes)
    }

    /// Writes a key that needs no escapes, and its value.
    mutating func member(_ name: StaticString, _ value: some JSONValue) {
        key(name)
        self.value(value)
    }
}

extension JSONWriter {
    private mutating func enclose(
        in opening: Unicode.Scalar,
        _ closing: Unicode.Scalar,
        _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: opening))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: closing))
        isFirst = false
    }

    /// Writes the comma and the new line that may be needed before the next value.
    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if startsLine { bytes.append(UInt8(ascii: "\n")) }
        (isFirst, startsLine) = (false, false)
    }
}
