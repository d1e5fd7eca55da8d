extension PublishingError.InvalidPath {
    /// Makes the reason why a path is invalid, or `nil` if it is valid.
    public init?(of path: String) {
        self.init(of: path.utf8)
    }

    /// Makes the reason why a path is invalid, or `nil` if it is valid.
    init?(of path: String.UTF8View) {
        guard let flaw = Self.flaw(of: path) else { return nil }
        self = flaw
    }

    private static func flaw(of path: String.UTF8View) -> Self? {
        if path.isEmpty { return .isEmpty }
        if path.first == UInt8(ascii: "/") { return .isAbsolute }
        if path.count > longest { return .isTooLong }
        var part = path.startIndex
        for index in path.indices {
            switch path[index] {
            case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return .hasForbiddenByte
            case UInt8(ascii: "/"):
                if let flaw = flaw(ofPart: path[part..<index]) { return flaw }
                part = path.index(after: index)
            default:
                continue
            }
        }
        return flaw(ofPart: path[part...])
    }

    /// The limit of file systems, in bytes.
    private static let longestPart = 255

    /// The system's limit is 4095 bytes, but a temporary file next to this one may have a longer name.
    private static let longest = 4000

    private static func flaw(ofPart part: Substring.UTF8View) -> Self? {
        guard let first = part.first else { return .hasEmptyPart }
        if part.count > longestPart { return .hasLongPart }
        guard first == UInt8(ascii: ".") else { return nil }
        if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return .hasDotPart }
        return OwnFile.isOwn(part) ? .isReserved : nil
    }
}
