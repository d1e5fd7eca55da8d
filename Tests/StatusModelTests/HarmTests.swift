import StatusModel
import Testing

struct HarmTests {
    @Test func theWorstStatusThenTheSeverityThenTheNewestComesFirst() {
        let harms = [
            ("slow for long", Harm(.degradedPerformance, severity: 0, beganAt: Instant(seconds: 10))),
            ("down, low, old", Harm(.majorOutage, severity: 2, beganAt: Instant(seconds: 10))),
            ("down, low, new", Harm(.majorOutage, severity: 2, beganAt: Instant(seconds: 20))),
            ("down, high", Harm(.majorOutage, severity: 1, beganAt: Instant(seconds: 5))),
            ("nothing", Harm(.operational, severity: 0, beganAt: Instant(seconds: 30))),
            ("down, no severity", Harm(.majorOutage)),
        ]
        #expect(
            harms.worstFirst { $0.1 }.map(\.0) == [
                "down, high", "down, low, new", "down, low, old", "down, no severity", "slow for long",
                "nothing",
            ]
        )
    }

    @Test func whatDoesTheSameHarmKeepsItsOrder() {
        let names = (0..<50).map { "component \($0)" }
        #expect(names.worstFirst { _ in Harm(.partialOutage) } == names)
    }
}
