import Foundation
import Records
import StatusModel
import Testing

/// What people call the time of a zone is what the machine's copy of the IANA database says, as `date` reads it.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Tokyo"), "needs tzdata"))
struct ZoneAbbreviationTests {
    @Test(arguments: Zone.withAbbreviations)
    func abbreviationsAreThoseOfTheMachine(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        // The middle of each month of some years, as seconds: rules change in none of them.
        let instants = (0..<(12 * 30)).map { Instant(seconds: 947_937_600 + $0 * 2_629_746) }
        let names = instants.map { zone.abbreviations[zone.offset(at: $0)] ?? "none" }
        #expect(try names == dates(of: instants, in: name))
    }

    @Test func zonesWhoseLettersFewKnowHaveNone() throws {
        for name in ["Asia/Dubai", "Asia/Kolkata", "Asia/Shanghai", "Europe/Dublin", "America/Havana"] {
            #expect(try #require(Zone(identifier: name)).abbreviations.isEmpty, "\(name)")
        }
        #expect(Zone.utc.abbreviations == [0: "UTC"])
    }

    private func dates(of instants: [Instant], in zone: String) throws -> [String] {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["TZ=\(zone)", "LC_ALL=C", "date", "-f", "-", "+%Z"]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(
            contentsOf: Data(instants.map { "@\($0.seconds)\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
