import ArgumentParser
import Diagnostics

/// The host of a repository, whose CI builds the site.
enum CodeHost: String, CaseIterable, ExpressibleByArgument {
    case github, gitlab
}

/// A repository at a host, as `git remote` names it.
struct RemoteRepository: Equatable {
    let host: CodeHost
    /// The account, or the group with its subgroups, such as `example` or `example/web`.
    let owner: String
    let name: String
}

extension RemoteRepository {
    /// Makes the repository called `origin`, or returns `nil` if there is none, or if it is at another host.
    ///
    /// The address is read as it was configured: some machines fetch from another place instead.
    init?(originOf git: Git) {
        guard let answer = try? git.output(of: ["config", "--get", "remote.origin.url"]) else { return nil }
        self.init(address: String(decoding: answer, as: UTF8.self))
    }

    /// - Parameter address: such as `git@github.com:example/status.git` or `https://gitlab.com/example/status`.
    init?(address: String) {
        let words = address.split { $0 == "/" || $0 == ":" || $0 == "@" || $0.isNewline }
        guard let place = words.firstIndex(where: { $0.hasSuffix(".com") }), words.count >= place + 3,
            let host = CodeHost.allCases.first(where: { words[place] == "\($0.rawValue).com" }),
            words[(place + 1)...].allSatisfy({ $0.utf8.allSatisfy(Self.isPlain) })
        else { return nil }
        let last = words[words.count - 1]
        self.host = host
        owner = words[(place + 1)..<(words.count - 1)].joined(separator: "/")
        name = String(last.hasSuffix(".git") ? last.dropLast(4) : last)
    }

    /// The address at which the host publishes the site, as far as it follows from the name.
    var pagesURL: String? {
        guard host == .github else { return nil }
        let site = "\(owner.lowercased()).github.io"
        return name.lowercased() == site ? "https://\(site)" : "https://\(site)/\(name)"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "._-".utf8.contains(byte)
    }
}
