import Foundation
import Verification

/// The site that a person names: an address or a folder.
enum PublishedSite {
    /// The number of bytes that are read of one file.
    static let limit = 64 << 20
    /// The number of bytes that are read of all files.
    static let totalLimit = 1 << 30

    /// The file without which nothing can be recomputed.
    private static let statistics = "api/statistics.json"

    /// - Parameter name: an address that begins with `https://` or `http://`, or the path of a folder.
    static func named(_ name: String) throws(Unreadable) -> any PublishedFiles {
        let address = try WebAddress(name)
        let files: any PublishedFiles =
            if let address { try PublishedPages(at: address) } else { PublishedFolder(at: name) }
        do { _ = try files.bytes(of: statistics) } catch {
            throw Unreadable(
                "there is no site \(address == nil ? "in" : "at") `\(name)`: \(error.reason)",
                hint: address == nil && isLikeHost(name)
                    ? "the address of a site begins with `https://` or `http://`" : nil)
        }
        return files
    }

    /// Whether nothing has that path, and it begins like an address without its scheme.
    private static func isLikeHost(_ name: String) -> Bool {
        let first = name.prefix { $0 != "/" }.drop { $0 == "." }
        return first.contains { ".:".contains($0) } && !FileManager.default.fileExists(atPath: name)
    }
}

/// The address of a site, without a slash at its end.
struct WebAddress: Equatable {
    let text: String
    /// The scheme with which it was typed: `https` or `http`.
    let scheme: String
    /// The host, with its port if there is one.
    let host: String

    /// Reads an address, or returns `nil` if the text is not one.
    init?(_ text: String) throws(Unreadable) {
        guard let scheme = ["https", "http"].first(where: { text.lowercased().hasPrefix($0 + "://") }) else {
            return nil
        }
        let rest = text.dropFirst(scheme.count + "://".count)
        let isPlain = rest.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"?#@\\\"<>".utf8.contains($0) }
        let host = rest.prefix { $0 != "/" }
        guard isPlain, !host.isEmpty else {
            throw Unreadable("`\(text)` is not the address of a site, such as `https://status.example.com`")
        }
        var path = rest.dropFirst(host.count)
        while path.hasSuffix("/") { path = path.dropLast() }
        (self.scheme, self.host) = (scheme, host.lowercased())
        self.text = "\(scheme)://\(host)\(path)"
    }
}
