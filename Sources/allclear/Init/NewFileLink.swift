import Foundation

/// A link to the page on which GitHub makes a new file, with the file already written as far as it can be.
struct NewFileLink {
    /// Its address.
    let address: String

    /// - Parameters:
    ///   - repository: as in `example/status`.
    ///   - path: the new file's.
    init(in repository: String, path: String, text: String) {
        address =
            "https://github.com/\(repository)/new/main?filename=\(Self.escaped(path))&value=\(Self.escaped(text))"
    }

    /// The text as a part of a query: RFC 3986's unreserved characters stay.
    private static func escaped(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
        )
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
