import Diagnostics
import StatusModel

extension StatusPage {
    /// Returns the absolute address of a path of the site, as a URI.
    ///
    /// Characters that are not ASCII, or that have another meaning in an address, are percent-encoded (RFC 3986, §2).
    func address(of path: String, fragment: String? = nil) -> String {
        url + "/" + path.percentEncoded + (fragment.map { "#" + $0.percentEncoded } ?? "")
    }
}

extension String {
    /// The text as a path within a URI; slashes are not encoded.
    var percentEncoded: String {
        var encoded: [UInt8] = []
        for byte in utf8 {
            if byte.standsForItselfInPath {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

extension UInt8 {
    /// Whether it is unreserved in RFC 3986, §2.3, or a slash.
    fileprivate var standsForItselfInPath: Bool {
        isLetter || isDigit || "-._~/".utf8.contains(self)
    }
}
