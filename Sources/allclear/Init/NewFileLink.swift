import Foundation

/// A link to the page on which GitHub creates a new file, with the contents filled in as far as possible.
struct NewFileLink {
    /// Its address.
    let address: String

    /// - Parameters:
    ///   - repository: a name such as `example/status`.
    ///   - path: the path of the new file.
    init(in repository: String, path: String, text: String) {
        address =
            "https://github.com/\(repository)/new/main?filename=\(Self.escaped(path))&value=\(Self.escaped(text))"
    }

    /// Returns the text as a part of a query, in which only RFC 3986's unreserved characters are not escaped.
    private static func escaped(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
        )
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
