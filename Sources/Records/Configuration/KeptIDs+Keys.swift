import Diagnostics
import StatusModel

extension KeptIDs {
    /// The ids of a map `ids`, with their places.
    struct Written {
        fileprivate(set) var statuspage: Placed<StatuspageID>?

        /// The ids without their locations.
        var ids: KeptIDs { KeptIDs(statuspage: statuspage?.value) }
    }

    /// A map `ids`: of the site, a group, a component or a record.
    static let keys = KeyTable<Written>(
        "`ids`",
        [
            .key("statuspage", .statuspageID, "The id that it had on Statuspage.") {
                $0.statuspage = $1
            }
        ]
    )
}

extension KeyForm where Value == Placed<StatuspageID> {
    fileprivate static var statuspageID: KeyForm {
        KeyForm(shape: .written(.statuspageID)) { map, name in
            guard let value = map.value(name), let text = value.text(named: name, into: map.findings) else {
                return nil
            }
            if let id = StatuspageID(kept: text) { return Placed(value: id, source: value) }
            map.findings.error(
                .invalidValue, at: value.location, "`\(text)` cannot be a Statuspage id",
                hint: "copy the id from Statuspage's API, for example `statuspage: kctbh9vrtdwd`")
            return nil
        }
    }
}
