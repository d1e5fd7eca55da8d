import Diagnostics
import StatusModel
import Testing

@testable import Alerts

extension AlertLedger {
    /// A ledger of one alert's episodes, by the time of 28 November 2026 at which each begins.
    init(rows: [(time: String, row: LedgerRow)]) {
        self.init()
        for (time, row) in rows {
            join(row, to: AlertEpisode.ID(source: "x", key: "aaaaaaaa", startedAt: clock(time)))
        }
    }

    /// The same, once written to its files and read from them.
    var readBack: AlertLedger {
        let findings = Findings()
        var ledger = AlertLedger()
        for file in files { ledger.read(SourceFile(path: file.path, bytes: file.bytes), reporting: findings) }
        #expect(findings.all == [])
        return ledger
    }
}

/// Random numbers, the same for the same seed (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
