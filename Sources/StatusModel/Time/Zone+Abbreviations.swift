extension Zone {
    /// The abbreviations of the zone's time, such as `CET` and `CEST`, by seconds ahead of UTC.
    ///
    /// It is empty if few people know the abbreviations, or if they would first think of another zone, like with
    /// India's `IST`.
    public var abbreviations: [Int: String] {
        name == "UTC" ? [0: "UTC"] : Self.families.first { $0.zones.contains(name) }?.abbreviations ?? [:]
    }

    /// The zones that have well-known abbreviations.
    public static let withAbbreviations = families.flatMap(\.zones).sorted()

    private struct Family {
        let abbreviations: [Int: String]
        let zones: Set<String>

        init(_ abbreviations: [Int: String], _ zones: String) {
            self.abbreviations = abbreviations.reduce(into: [:]) { $0[$1.key * 3_600] = $1.value }
            self.zones = Set(zones.split(whereSeparator: \.isWhitespace).map(String.init))
        }
    }

    /// The families of zones with their abbreviations, by hours ahead of UTC.
    ///
    /// Zones have their names in the IANA database.
    private static let families = [
        Family(
            [1: "CET", 2: "CEST"],
            """
            Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels
            Europe/Budapest Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid
            Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome
            Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz
            Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich Africa/Algiers Africa/Ceuta
            Africa/Tunis Arctic/Longyearbyen
            """),
        Family(
            [0: "GMT", 1: "BST"],
            """
            Europe/London Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Atlantic/Reykjavik
            Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar Africa/Freetown
            Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou
            """),
        Family(
            [-5: "EST", -4: "EDT"],
            """
            America/New_York America/Detroit America/Indiana/Indianapolis America/Jamaica
            America/Kentucky/Louisville America/Montreal America/Nassau America/Panama America/Toronto US/Eastern
            Canada/Eastern
            """),
        Family(
            [-6: "CST", -5: "CDT"],
            """
            America/Chicago America/Costa_Rica America/El_Salvador America/Guatemala America/Managua
            America/Mexico_City America/Monterrey America/Regina America/Tegucigalpa America/Winnipeg US/Central
            Canada/Central
            """),
        Family(
            [-7: "MST", -6: "MDT"],
            "America/Denver America/Boise America/Edmonton America/Phoenix US/Arizona US/Mountain Canada/Mountain"
        ),
        Family(
            [-8: "PST", -7: "PDT"],
            "America/Los_Angeles America/Tijuana America/Vancouver US/Pacific Canada/Pacific"),
        Family([9: "JST"], "Asia/Tokyo"),
    ]
}
