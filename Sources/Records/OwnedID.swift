import Diagnostics
import StatusModel

/// An id of Statuspage's API, with its owner and the place where it is written.
struct OwnedID: Sendable {
    let id: StatuspageID
    /// The owner in words, such as "the component `web`".
    let owner: String
    let place: SourceLocation
}

extension OwnedID {
    /// Makes an owned id from the value of `ids`; `nil` if it has no id for Statuspage.
    init?(_ written: KeptIDs.Written, of owner: @autoclosure () -> String) {
        guard let kept = written.statuspage else { return nil }
        self.init(id: kept.value, owner: owner(), place: kept.place)
    }

    /// Reports kept ids that something else also has.
    ///
    /// Case is ignored, since ids are used as file names.
    ///
    /// - Parameters:
    ///   - kept: the ids that are written in files, in the order of the files.
    ///   - made: the generated ids of everything that does not keep one.
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
            hint: "write the id that \(owner) had on Statuspage, or remove `ids`",
            related: [Diagnostic.Note("\(other.owner) is here", at: other.place)])
    }
}

extension StatusPage {
    /// Returns the ids of the site, its groups and its components that are generated from their addresses.
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

    /// The site in words, as the owner of an id.
    static let owner = "the site"

    /// Returns the ids that are generated from a record's address: for recurring maintenance, one for each window.
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
