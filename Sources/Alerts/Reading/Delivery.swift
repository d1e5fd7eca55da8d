import Diagnostics
import JSONFiles
import StatusModel

/// The facts of a payload that a sender delivered.
///
/// A delivery may arrive twice, late, or after a later one.
public struct Delivery: Sendable {
    /// The greatest size of a payload, in bytes.
    public static let byteLimit = 1 << 20
    /// The greatest number of alerts in a payload.
    public static let alertLimit = 10_000

    /// The format in which it was read.
    public let format: AlertFormat
    /// The facts, in the order of the payload.
    public let facts: [AlertFact]
    /// Sentences about what the payload does not say, in lowercase and without a period.
    ///
    /// They contain no values of labels.
    public let remarks: [String]
    /// The sources of which it may list all firing alerts.
    ///
    /// It is empty for a single event, for a group of alerts, and for a list that names no source.
    public let listedSources: Set<String>

    /// Reads a payload in that format, or in one that is detected.
    ///
    /// If any part of a payload cannot be read, nothing of it is used.
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

/// The reason that a payload cannot be read.
public struct UnreadableDelivery: Error, Equatable {
    /// A description of what is wrong, in lowercase and without a period.
    ///
    /// It contains no values of the payload.
    public let message: String
    /// The offset of the byte where the mistake is, from 0.
    public let offset: Int
}

/// The content that is read from a payload.
struct DeliveryContent {
    /// The bytes of the entire payload.
    let payload: [UInt8]
    private(set) var facts: [AlertFact] = []
    private(set) var remarks: [String] = []
    var listedSources: Set<String> = []

    init(payload: [UInt8]) { self.payload = payload }

    /// Adds a fact about an alert of the payload.
    mutating func add(_ fact: AlertFact, of alert: PayloadValue) throws(UnreadableDelivery) {
        if let startedAt = fact.startedAt, let endedAt = fact.endedAt, endedAt < startedAt {
            throw alert.mistake("an alert ends before it starts")
        }
        facts.append(fact)
    }

    mutating func remark(_ sentence: String) { remarks.append(sentence) }

    /// Adds the remark that an event of that name says nothing about an alert.
    mutating func remark(onIdle event: String) {
        let isName =
            event.utf8.count <= 64
            && event.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
        remark(isName ? "`\(event)` is not about an alert" : "the payload is not about an alert")
    }
}
