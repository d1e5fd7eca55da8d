import JSONFiles
import StatusModel

/// A value of a payload, with its name and its place for messages.
struct PayloadValue {
    let json: JSON
    /// The name of the value in messages.
    private let title: String

    /// Reads the value of a payload.
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
    /// Returns the value of a key, or `nil` if it is missing or `null`.
    subscript(key: String) -> PayloadValue? {
        json[key].map { PayloadValue($0, titled: "`\(key)`") }
    }

    func required(_ key: String) throws(UnreadableDelivery) -> PayloadValue {
        guard let value = self[key] else { throw mistake("there is no `\(key)`") }
        return value
    }

    /// Returns the values of a list of alerts.
    func alerts() throws(UnreadableDelivery) -> [PayloadValue] {
        guard case .list(let elements) = json.content else { throw mistake("\(title) is not a list") }
        let alerts = elements.map { PayloadValue($0, titled: "an alert") }
        if alerts.count > Delivery.alertLimit {
            throw alerts[Delivery.alertLimit].mistake(
                "there are more than 10,000 alerts, which is the limit")
        }
        return alerts
    }

    /// Returns the value as a text that is not empty.
    func text() throws(UnreadableDelivery) -> String {
        guard let text = json.text else { throw mistake("\(title) is not a string, or is empty") }
        return text
    }

    /// Returns the value as a text that is not empty, or the digits of a number as they are written.
    func textOrNumber() throws(UnreadableDelivery) -> String {
        guard let text = json.text ?? word else { throw mistake("\(title) is neither a string nor a number") }
        return text
    }

    func number() throws(UnreadableDelivery) -> Int {
        guard let number = json.number else { throw mistake("\(title) is not a whole number") }
        return number
    }

    /// Returns the value as a time, given as text or in seconds or milliseconds since 1970, or `nil` for the year 1,
    /// which Go programs write if there is no time.
    func instant() throws(UnreadableDelivery) -> Instant? {
        switch (json.text ?? word).flatMap({ SenderTime($0) }) {
        case .at(let instant): return instant
        case .never: return nil
        case nil: throw mistake("\(title) is not a valid date or time")
        }
    }

    /// Returns the value as a time, which must not be missing.
    func requiredInstant() throws(UnreadableDelivery) -> Instant {
        guard let instant = try instant() else { throw mistake("\(title) is not a valid date or time") }
        return instant
    }

    /// Returns the values of a map as labels: texts, and numbers and Booleans as they are written.
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

    /// Returns the meaning of the value, which must be one of a sender's states.
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
    /// Reads the JSON in a string of JSON.
    ///
    /// - Parameters:
    ///   - payload: the bytes that contain the string.
    ///   - body: reads the value. The places of its mistakes are converted to those in the payload.
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
