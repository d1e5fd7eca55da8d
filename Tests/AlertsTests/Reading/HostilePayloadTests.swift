import StatusModel
import Testing

@testable import Alerts

@Suite struct HostilePayloadTests {
    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func nestingHasAnEnd(mark: String) {
        let payload = String(repeating: mark, count: 100_000)
        #expect(throws: UnreadableDelivery.self) { try deliver(payload) }
    }

    @Test func nestedValuesNobodyAsksForAreLetBe() throws {
        let nested = String(repeating: "[", count: 50) + String(repeating: "]", count: 50)
        let payload = #"{"source": "x", "key": "k", "status": "firing", "started": 1, "other": \#(nested)}"#
        #expect(try deliver(payload).facts.count == 1)
    }

    @Test func keysOfAnyBytesAreHashed() throws {
        for key in [#"\u0000\u0000"#, #"\ud83d"#, #"\udc00\ud800"#, "../../x", #"a\nb,\"c\""#] {
            let payload = #"{"source": "x", "key": "\#(key)", "status": "firing", "started": 1}"#
            let stored = try #require(try deliver(payload).facts.first).key
            #expect(stored.utf8.count == 16 && stored.allSatisfy { $0.isHexDigit })
        }
    }

    @Test(arguments: ["1e999", "-1", "123456789012345678901234567890", "1.5e3", "true", "nan"])
    func numbersThatAreNoTimesAreRefused(number: String) {
        let payload = #"{"source": "x", "key": "k", "status": "firing", "started": \#(number)}"#
        #expect(throws: UnreadableDelivery.self) { try deliver(payload) }
    }

    @Test func nothingOfThePayloadIsInAMessage() {
        for payload in [
            #"{"source": "SECRET", "key": "k", "status": "firing", "started": 1}"#,
            #"{"source": "x", "key": "k", "status": "SECRET", "started": 1}"#,
            #"{"source": "x", "key": "k", "status": "firing", "started": "SECRET"}"#,
            #"{"source": "x", "key": "k", "status": "firing", "started": 1, "labels": {"SECRET": []}}"#,
            #"{"SECRET": 1, "SECRET": 2}"#, "SECRET",
        ] {
            let error = #expect(throws: UnreadableDelivery.self) { try deliver(payload) }
            #expect(error?.message.contains("SECRET") == false)
        }
    }

    @Test func thousandsOfLabelsAreMatchedAndNotKept() throws {
        let labels = (0..<2_000).map { "\"l\($0)\": \"SECRET\"" }.joined(separator: ", ")
        let delivery = try deliver(
            #"{"source": "x", "key": "k", "status": "firing", "started": 1795827547, "labels": {\#(labels)}}"#
        )
        #expect(delivery.facts.first?.labels.count == 2_000)
        var ledger = AlertLedger()
        _ = ledger.add(delivery, by: .sample, at: clock("01:00:00"))
        #expect(
            ledger.november == [
                "x,92c63324f72f4b12,2026-11-28T00:59:07Z,,2026-11-28T01:00:00Z,,api,SEV-1,"
            ])
    }
}
