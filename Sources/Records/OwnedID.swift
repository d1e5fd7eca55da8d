import Diagnostics
import StatusModel

/// An id of Statuspage's API, whose it is, and where that is written.
struct OwnedID: Sendable {
    let id: StatuspageID
    /// The words for its owner, such as "the component `web`".
    let owner: String
    let place: SourceLocation
}

extension OwnedID {
    /// Makes one of what `ids` says; `nil` if it says nothing of Statuspage.
    init?(_ written: KeptIDs.Written, of owner: @autoclosure () -> String) {
        guard let kept = written.statuspage else { return nil }
        self.init(id: kept.value, owner: owner(), place: kept.place)
    }

    /// Reports kept ids that something else has as well, in any case of their letters, since they are names of files.
    ///
    /// - Parameters:
    ///   - kept: the ids that are written, in the order of their files.
    ///   - made: the ids of what keeps none.
    /// - Returns: the paths of the files in which an id is written that belongs to something else.
    @discardableResult
    static func reportDoubles(
        among kept: [OwnedID], and made: @autoclosure () -> [OwnedID], into findings: Findings
    ) -> Set<String> {
        guard !kept.isEmpty else { return [] }
        var owners: [String: OwnedID] = [:]
        var contested: Set<String> = []
        for one in kept {
            guard let first = owners.updateValue(one, forKey: one.key) else { continue }
            owners[one.key] = first
            findings.add(one.isTaken(by: first))
            contested.insert(one.place.path)
        }
        for other in made() {
            guard let one = owners[other.key] else { continue }
            findings.add(one.isTaken(by: other))
            contested.insert(one.place.path)
        }
        return contested
    }
}

private extension OwnedID {
    var key: String { id.text.lowercased() }

    func isTaken(by other: OwnedID) -> Diagnostic {
        Diagnostic(
            .error, .duplicateStatuspageID,
            "`\(id.text)` is already the Statuspage id of \(other.owner)", at: place,
            hint: "write the id that \(owner) had at Statuspage, or remove `ids`",
            related: [Diagnostic.Note("\(other.owner) is here", at: other.place)])
    }
}

extension StatusPage {
    /// The ids of the site, its groups and its components that are made of their addresses.
    ///
    /// - Parameter place: the start of `status.yml`.
    func madeIDs(at place: SourceLocation) -> [OwnedID] {
        let own = ids.statuspage == nil ? [OwnedID(id: statuspageID, owner: Self.owner, place: place)] : []
        return own
            + groups.indices.filter { groups[$0].ids.statuspage == nil }.map {
                OwnedID(id: statuspageID(of: $0), owner: groups[$0].owner, place: place)
            }
            + components.filter { $0.ids.statuspage == nil }.map {
                OwnedID(id: statuspageID(of: $0), owner: $0.owner, place: place)
            }
    }

    /// The site as the owner of an id.
    static let owner = "the site"

    /// The ids of a record that are made of its address: of maintenance that recurs, its windows'.
    func madeIDs(of record: Record) -> [OwnedID] {
        guard record.ids.statuspage == nil else { return [] }
        return (record.series == nil ? [record] : record.allWindows).map {
            OwnedID(id: statuspageID(of: $0), owner: $0.owner, place: .top(of: $0.path))
        }
    }
}

extension ComponentGroup {
    var owner: String { "the group `\(id)`" }
}

extension Component {
    var owner: String { "the component `\(id)`" }
}

extension Record {
    var owner: String { "the record `\(self.id)`" }
}
