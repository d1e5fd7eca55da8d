/// The id of a thing in Statuspage's API: the one that it keeps from another page, or else 12 characters of `[a-z0-9]`.
///
/// These are a hash of the thing's address, so that they stay whatever else is written, moved or deleted. With
/// 62 bits, 100,000 things are all apart but for one chance in a thousand million.
public struct StatuspageID: Hashable, Sendable {
    /// The id as programs read it.
    public let text: String

    /// Makes an id that is kept from another page; `nil` if it can be none: it has 1 to 64 letters, digits, `_` and `-` of
    /// ASCII. `unresolved` is the name of a list among the incidents' files.
    public init?(kept text: String) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.mayHave),
            text.lowercased() != "unresolved"
        else { return nil }
        self.text = text
    }

    /// Makes the id of what the site has at that path; the page's own has an empty path.
    fileprivate init(of path: String, on page: StatusPage) {
        var rest = page.identity.address(of: path).utf8.fnv1a
        let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        text = String(unsafeUninitializedCapacity: 12) { bytes in
            for place in (0..<12).reversed() {
                bytes[place] = digits[Int(rest % 36)]
                rest /= 36
            }
            return 12
        }
    }

    private static func mayHave(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// The ids that programs know a thing by from a page that it was on before.
public struct KeptIDs: Hashable, Sendable {
    /// The id that it has in Statuspage's API.
    public var statuspage: StatuspageID?

    /// Makes a set of ids.
    public init(statuspage: StatuspageID? = nil) {
        self.statuspage = statuspage
    }
}

extension StatusPage {
    /// The page's own id.
    public var statuspageID: StatuspageID { ids.statuspage ?? StatuspageID(of: "", on: self) }

    /// The id of a component, made of its first id here unless it keeps another.
    public func statuspageID(of component: Component) -> StatuspageID {
        component.ids.statuspage ?? StatuspageID(of: "components/" + component.firstID, on: self)
    }

    /// The id of a group, made of the name that distinguishes it from all others unless it keeps another.
    public func statuspageID(of group: ComponentGroup.Index) -> StatuspageID {
        groups[group].ids.statuspage ?? StatuspageID(of: "groups/" + fullName(of: group), on: self)
    }

    /// The id of a record, made of its first address unless it keeps another.
    public func statuspageID(of record: Record) -> StatuspageID {
        record.ids.statuspage ?? StatuspageID(of: "incidents/" + record.firstSlug, on: self)
    }

    /// The id of a record's update, made of the record's first address, whatever id the record keeps.
    ///
    /// - Parameter anchor: the update's name on the record's page.
    public func statuspageID(ofUpdateAt anchor: String, of record: Record) -> StatuspageID {
        StatuspageID(of: "incidents/\(record.firstSlug)#\(anchor)", on: self)
    }
}

extension Record {
    /// The slug that it was first published under, as far as is known: programs identify it by that for good.
    public var firstSlug: String { self.aliases.first ?? self.slug }
}

extension Sequence<UInt8> {
    /// FNV-1a with 64 bits (draft-eastlake-fnv): for texts that differ by chance, not by an attacker's choice.
    @inlinable
    public var fnv1a: UInt64 {
        reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
