import Foundation

/// A request of a browser, as far as the preview examines it.
struct HTTPRequest {
    let method: String
    /// The target of the request, as it was sent.
    let target: String
    /// The host name that the browser used; `nil` unless it sent one.
    let host: String?

    /// - Parameter head: everything before the empty line.
    /// - Returns: `nil` if it is not a request of HTTP/1.
    init?(reading head: some Sequence<UInt8>) {
        let lines = head.split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
        }
        let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard words.count == 3, !words.contains(""), words[2].hasPrefix("HTTP/1.") else { return nil }
        (method, target) = (String(words[0]), String(words[1]))
        let hosts = lines.dropFirst().compactMap(Self.host)
        host = hosts.count == 1 ? hosts[0] : nil
    }
}

extension HTTPRequest {
    /// The path of the target, without a query.
    var path: String { String(target.prefix { $0 != "?" }) }

    /// Whether the browser used a name of this computer.
    ///
    /// The owner of another name can make it lead here, and its pages could then read the preview.
    var isForThisComputer: Bool {
        guard let host = host?.lowercased() else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
    }

    private static func host(in line: String) -> String? {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "host" else { return nil }
        return parts[1].trimmingCharacters(in: .whitespaces)
    }
}
