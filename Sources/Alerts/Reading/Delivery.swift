import Diagnostics
import JSONFiles
import StatusModel

/// A payload, read: the facts that a sender delivered. A delivery may come twice, late, and after a later one.
public struct Delivery: Sendable {
    /// The largest payload that is read, in bytes.
    public static let byteLimit = 1 << 20
    /// The largest number of alerts that are read.
    public static let alertLimit = 10_000

    /// The format it was read as.
    public let format: AlertFormat
    /// What it says, in its order.
    public let facts: [AlertFact]
    /// Sentences on what it does not say, in lower case and without a full stop. They hold no value of a label.
    public let remarks: [String]
    /// The sources of whose firing alerts it may be a full list. It is empty for a single event, for a group of alerts, and
    /// for a list that names no source.
    public let listedSources: Set<String>

    /// Reads a payload in that format, or in the one it is recognized by. Nothing is taken from one that cannot be read whole.
    public init(reading bytes: [UInt8], as format: AlertFormat? = nil) throws(UnreadableDelivery) {
        guard bytes.count <= Self.byteLimit else {
            throw UnreadableDelivery(
                message: "the payload is larger than the 1 MiB limit",
                offset: Self.byteLimit
            )
        }
        let payload = try PayloadValue(reading: bytes)
        let candidates = format.map { [$0] } ?? AlertFormat.allCases
        for candidate in candidates {
            guard let shape = candidate.shapes.first(where: { $0.fits(payload) }) else { continue }
            var content = DeliveryContent(payload: bytes)
            try shape.read(payload, into: &content)
            self.format = candidate
            (facts, remarks, listedSources) = (content.facts, content.remarks, content.listedSources)
            return
        }
        let names = candidates.map(\.name)
        let list = ([names.dropLast().joined(separator: ", ")].filter { !$0.isEmpty } + names.suffix(1))
            .joined(separator: ", or ")
        throw UnreadableDelivery(
            message: "this is not a payload from \(list)",
            offset: payload.json.range.lowerBound
        )
    }
}

/// The reason why nothing is taken from a payload.
public struct UnreadableDelivery: Error, Equatable {
    /// What is wrong, in lower case and without a full stop. It holds no value of the payload.
    public let message: String
    /// The offset of the byte where it is wrong, from 0.
    public let offset: Int
}

/// What is taken from a payload while it is read.
struct DeliveryContent {
    /// The bytes of the whole payload.
    let payload: [UInt8]
    private(set) var facts: [AlertFact] = []
    private(set) var remarks: [String] = []
    var listedSources: Set<String> = []

    init(payload: [UInt8]) { self.payload = payload }

    /// Adds what an alert of the payload says.
    mutating func add(_ fact: AlertFact, of alert: PayloadValue) throws(UnreadableDelivery) {
        if let startedAt = fact.startedAt, let endedAt = fact.endedAt, endedAt < startedAt {
            throw alert.mistake("an alert ends before it starts")
        }
        facts.append(fact)
    }

    mutating func remark(_ sentence: String) { remarks.append(sentence) }

    /// Remarks that an event of that name says nothing of an alert.
    mutating func remark(onIdle event: String) {
        let isName =
            event.utf8.count <= 64
            && event.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
        remark(isName ? "`\(event)` is not about an alert" : "the payload is not about an alert")
    }
}
