import Reliability
import StatusModel

extension StatisticsFile {
    /// Writes the response times of the recent ranges, of all time, and of every period.
    func writeResponses(to json: inout JSONWriter) {
        let recent = [RecentRange.month, .quarter, .year].map {
            NamedRange(name: $0.rawValue, range: $0.range(endingAt: history.now))
        }
        json.object { json in
            for named in recent + [NamedRange(name: "all", range: .always)] + periods {
                json.newLine()
                json.key(text: named.name)
                json.value(history.responses(during: named.range), of: page)
            }
        }
    }
}
