/// The id of something in Statuspage's API: one that it keeps from another page, or else 12 characters of `[a-z0-9]`.
///
/// The latter is a hash of the thing's address, so that it stays the same whatever else is written, moved or deleted.
/// With 62 bits, the chance that any two of 100,000 things have the same id is one in a thousand million.
public struct StatuspageID: Hashable, Sendable {
    /// The id as programs read it.
    public let text: String

    /// Makes an id that is kept from another page: 1 to 64 ASCII letters, digits, `_` and `-`; `nil` if the text is not
    /// one.
    ///
    /// It cannot be `unresolved`, the name of a list among the incidents' files.
    public init?(kept text: String) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.mayHave),
            text.lowercased() != "unresolved"
        else { return nil }
        self.text = text
    }

    /// Makes the id of what the site has at that path.
    ///
    /// The path of the page itself is empty.
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

/// The ids by which programs know something from a page that it was on before.
public struct KeptIDs: Hashable, Sendable {
    /// The id in Statuspage's API.
    public var statuspage: StatuspageID?

    /// Makes a set of ids.
    public init(statuspage: StatuspageID? = nil) {
        self.statuspage = statuspage
    }
}

extension StatusPage {
    /// The page's own id.
    public var statuspageID: StatuspageID { ids.statuspage ?? StatuspageID(of: "", on: self) }

    /// Returns the id of a component: the one that it keeps, or else one made from its first id here.
    public func statuspageID(of component: Component) -> StatuspageID {
        component.ids.statuspage ?? StatuspageID(of: "components/" + component.firstID, on: self)
    }

    /// Returns the id of a group: the one that it keeps, or else one made from its full name, which distinguishes it
    /// from all others.
    public func statuspageID(of group: ComponentGroup.Index) -> StatuspageID {
        groups[group].ids.statuspage ?? StatuspageID(of: "groups/" + fullName(of: group), on: self)
    }

    /// Returns the id of a record: the one that it keeps, or else one made from its first address.
    public func statuspageID(of record: Record) -> StatuspageID {
        record.ids.statuspage ?? StatuspageID(of: "incidents/" + record.firstSlug, on: self)
    }

    /// Returns the id of a record's update, made from the record's first address even if the record keeps another id.
    ///
    /// - Parameter anchor: the update's name on the record's page.
    public func statuspageID(ofUpdateAt anchor: String, of record: Record) -> StatuspageID {
        StatuspageID(of: "incidents/\(record.firstSlug)#\(anchor)", on: self)
    }
}

extension Record {
    /// The slug under which it was first published, as far as is known, by which programs continue to identify it.
    public var firstSlug: String { self.aliases.first ?? self.slug }
}

extension Sequence<UInt8> {
    /// The 64-bit FNV-1a hash (draft-eastlake-fnv).
    ///
    /// It is not safe against texts that an attacker chose.
    @inlinable
    public var fnv1a: UInt64 {
        reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
