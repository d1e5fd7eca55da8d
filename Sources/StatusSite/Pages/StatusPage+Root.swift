public import StatusModel

extension StatusPage {
    /// The path from anywhere on its host to the site's root: the path of its address, such as `/` or `/status/`.
    public var rootOnItsHost: String {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.count > 3 ? "/\(parts[3])/" : "/"
    }
}
