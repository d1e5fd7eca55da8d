import Foundation
import Verification

/// The files of a site on the web, fetched by the system's curl, without a library, a shell, or anybody's settings.
final class PublishedPages: PublishedFiles {
    private let site: WebAddress
    private let curl: String
    /// The files that were fetched and that several figures are compared with.
    private var known: [String: [UInt8]] = [:]
    /// The number of bytes that were fetched.
    private var size = 0
    /// The number of successive fetches in which nothing arrived in time.
    private var silences = 0

    init(at site: WebAddress) throws(Unreadable) {
        guard let curl = TrustedPrograms.find("curl", in: TrustedPrograms.folders(besides: ".")) else {
            throw Unreadable("`curl` is not in PATH: install it, or verify a folder")
        }
        (self.site, self.curl) = (site, curl)
    }

    func bytes(of path: String) throws(Unreadable) -> [UInt8] {
        if let bytes = known[path] { return bytes }
        guard silences < Self.silences else {
            throw Unreadable("`\(path)` was not fetched: the site does not respond")
        }
        guard size <= PublishedSite.totalLimit else {
            throw Unreadable("`\(path)` was not fetched: the site is larger than 1 GiB")
        }
        let bytes = try fetch(from: site.text + "/" + path.percentEncodedPath)
        size += bytes.count
        if path.hasSuffix(".json") { known[path] = bytes }
        return bytes
    }
}

private extension PublishedPages {
    static let redirects = 3
    /// The number of successive timeouts after which a site is no longer asked.
    static let silences = 3
    /// The exit status of curl after a timeout.
    static let timeOut: Int32 = 28

    struct Answer {
        let code: Int
        let redirect: String?
        let body: [UInt8]
    }

    func fetch(from first: String) throws(Unreadable) -> [UInt8] {
        var address = first
        for _ in 0...Self.redirects {
            let answer = try fetch(address)
            guard let next = answer.redirect else {
                guard answer.code == 200 else { throw Unreadable("`\(address)` answers \(answer.code)") }
                return answer.body
            }
            guard try follows(next) else {
                throw Unreadable("`\(address)` redirects to another host: `\(next)`")
            }
            address = next
        }
        throw Unreadable("`\(address)` redirects more than \(Self.redirects) times")
    }

    /// Whether a redirect stays on the host, and does not lead from `https` to `http`.
    func follows(_ address: String) throws(Unreadable) -> Bool {
        guard let next = try WebAddress(address), next.host == site.host else { return false }
        return next.scheme == "https" || site.scheme == "http"
    }

    /// Fetches one address.
    ///
    /// The caller follows redirects, because curl cannot be told to stay on a host: its two options for redirects
    /// only matter if it follows them although it was not told to.
    func fetch(_ address: String) throws(Unreadable) -> Answer {
        let protocols = site.scheme == "http" ? "=https,http" : "=https"
        let options = [
            "-q", "--globoff", "--proto", protocols, "--proto-redir", "=https", "--max-redirs", "3",
            "--max-time", "60", "--max-filesize", "64M", "--silent", "--show-error",
            "--write-out", "%{stderr}\n%{http_code} %{redirect_url}", "--", address,
        ]
        let answer: ChildProcess.Answer
        do {
            // If an answer does not state its length, older versions of curl accept any length.
            answer = try ChildProcess.answer(
                of: [curl] + options, environment: environment, limit: PublishedSite.limit)
        } catch { throw Unreadable("`curl` cannot be run: \(error.reason)") }
        let said = String(decoding: answer.errors, as: UTF8.self).split(separator: "\n").map(String.init)
        silences = answer.status == Self.timeOut ? silences + 1 : 0
        guard answer.status == 0, answer.output.count <= PublishedSite.limit else {
            throw Unreadable("`\(address)` cannot be fetched: \(said.first ?? "it is larger than 64 MiB")")
        }
        let words = said.last?.split(separator: " ", maxSplits: 1) ?? []
        let redirect = words.count > 1 ? String(words[1]) : nil
        return Answer(code: words.first.flatMap { Int($0) } ?? 0, redirect: redirect, body: answer.output)
    }

    /// The variables that a proxy needs, and none that holds secrets or settings of curl.
    var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key.lowercased().hasSuffix("_proxy") }
            .merging(["LC_ALL": "C"]) { $1 }
    }
}
