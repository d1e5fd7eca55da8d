import JSONFiles
import StatusModel

/// A value of a payload, which knows its name and its place for messages.
struct PayloadValue {
    let json: JSON
    /// What the value is called in messages.
    private let title: String

    /// The value that a payload holds.
    init(reading bytes: [UInt8]) throws(UnreadableDelivery) {
        do throws(JSONMistake) {
            self.init(try JSONReader.read(bytes), titled: "the payload")
        } catch {
            throw UnreadableDelivery(message: error.message, offset: error.offset)
        }
    }

    private init(_ json: JSON, titled title: String) {
        (self.json, self.title) = (json, title)
    }
}

extension PayloadValue {
    /// The value of a key; `nil` if there is none, or `null`.
    subscript(key: String) -> PayloadValue? {
        json[key].map { PayloadValue($0, titled: "`\(key)`") }
    }

    func required(_ key: String) throws(UnreadableDelivery) -> PayloadValue {
        guard let value = self[key] else { throw mistake("there is no `\(key)`") }
        return value
    }

    /// The values of a list of alerts.
    func alerts() throws(UnreadableDelivery) -> [PayloadValue] {
        guard case .list(let elements) = json.content else { throw mistake("\(title) is not a list") }
        let alerts = elements.map { PayloadValue($0, titled: "an alert") }
        if alerts.count > Delivery.alertLimit {
            throw alerts[Delivery.alertLimit].mistake(
                "there are more than 10,000 alerts, which is the limit")
        }
        return alerts
    }

    /// A text that is not empty.
    func text() throws(UnreadableDelivery) -> String {
        guard let text = json.text else { throw mistake("\(title) is not a string, or is empty") }
        return text
    }

    /// A text that is not empty, or a number as it is written.
    func textOrNumber() throws(UnreadableDelivery) -> String {
        guard let text = json.text ?? word else { throw mistake("\(title) is neither a string nor a number") }
        return text
    }

    func number() throws(UnreadableDelivery) -> Int {
        guard let number = json.number else { throw mistake("\(title) is not a whole number") }
        return number
    }

    /// A time, as text or in seconds or milliseconds since 1970; `nil` for the year 1, with which Go's programs say that there
    /// is none.
    func instant() throws(UnreadableDelivery) -> Instant? {
        switch (json.text ?? word).flatMap({ SenderTime($0) }) {
        case .at(let instant): return instant
        case .never: return nil
        case nil: throw mistake("\(title) is not a valid date or time")
        }
    }

    /// A time that there must be.
    func requiredInstant() throws(UnreadableDelivery) -> Instant {
        guard let instant = try instant() else { throw mistake("\(title) is not a valid date or time") }
        return instant
    }

    /// The labels of a map: texts, and numbers and truth values as they are written.
    func labels() throws(UnreadableDelivery) -> [String: String] {
        guard case .map = json.content else { throw mistake("\(title) is not an object") }
        var labels: [String: String] = [:]
        for entry in json.entries {
            switch entry.value.content {
            case .text(let text), .word(let text): labels[entry.key] = text
            case .null: continue
            case .list, .map:
                throw PayloadValue(entry.value, titled: "a label").mistake("a label is not a string")
            }
        }
        return labels
    }

    /// Which of the states that a sender has it names.
    func state(in states: [String: StateChange]) throws(UnreadableDelivery) -> StateChange {
        guard let change = states[try text()] else {
            throw mistake(
                "\(title) is not one of \(states.keys.sorted().map { "`\($0)`" }.joined(separator: ", "))")
        }
        return change
    }

    func mistake(_ message: String) -> UnreadableDelivery {
        UnreadableDelivery(message: message, offset: json.range.lowerBound)
    }

    private var word: String? {
        if case .word(let word) = json.content { word } else { nil }
    }
}

extension PayloadValue {
    /// The JSON in a text of JSON.
    ///
    /// - Parameter payload: the bytes that hold the text.
    /// - Parameter body: reads the value. The places of mistakes are those in the payload.
    func readNested(
        in payload: [UInt8],
        _ body: (PayloadValue) throws(UnreadableDelivery) -> Void
    ) throws(UnreadableDelivery) {
        let text = try text()
        do throws(UnreadableDelivery) {
            try body(PayloadValue(reading: Array(text.utf8)))
        } catch {
            throw UnreadableDelivery(
                message: "in \(title): \(error.message)",
                offset: JSONReader.offset(ofByte: error.offset, of: json, in: payload)
            )
        }
    }
}
