import Foundation
import TestSupport
import Testing

/// Nothing comes out of a folder through a link, and nothing that cannot be read is passed over.
@Suite struct SiteLinksTests {
    private let site: SmallSite

    init() throws {
        site = try SmallSite([
            ".git/config": "token", "static/a.txt": "a", "static/in/b.txt": "b", "site-templates/x.md": "x",
        ])
    }

    @Test(arguments: [
        ("static/leak.txt", "../.git/config"), ("static/x", "../incidents"), ("static/x", "../.git"),
        ("static/x", ".."), ("static/x", "../status.yml"), ("static/in/x", "../../incidents/slow.md"),
        ("static/x", "in/../../incidents"), ("incidents/x.md", "../status.yml"),
        ("incidents/x", "../static"), ("site-templates/x", "../incidents"), ("static/x", "nowhere"),
        ("static/x", "/etc/hostname"),
    ])
    func linkThatLeavesItsFolderIsRefused(link: String, target: String) throws {
        try self.link(link, to: target)
        let result = try refusal()
        let folder = link.prefix { $0 != "/" }
        #expect(
            result.contains("`\(link)` is a symbolic link that points outside `\(folder)/`, or to nothing"),
            "\(result)"
        )
        #expect(result.contains("[link-leaves-site]"))
    }

    @Test func linkWithinItsFolderIsFollowed() throws {
        try link("static/c.txt", to: "in/b.txt")
        try link("static/copy", to: "in")
        try link("incidents/other.md", to: "slow.md")
        #expect(try build().status == 0)
        for path in ["c.txt", "copy/b.txt"] {
            #expect(try String(contentsOfFile: "\(site.path)/public/\(path)", encoding: .utf8) == "b")
        }
    }

    @Test(arguments: ["static/.git/config", "static/in/.git/config", "static/.GIT/x"])
    func nothingOfGitIsPublished(path: String) throws {
        try site.write("token", to: path)
        let folder = URL(filePath: path).deletingLastPathComponent().relativePath
        #expect(try refusal().contains("`\(folder)` belongs to git, so it is not published"))
    }

    @Test func configurationThatIsNoFileIsRefused() throws {
        let place = site.path + "/status.yml"
        try site.write(SmallSite.configuration, to: "other.yml")
        for (make, reason) in [
            ({ try link("status.yml", to: "other.yml") }, "it is a symbolic link"),
            ({ #expect(mkfifo(place, 0o600) == 0) }, "it is not a regular file"),
            ({ try link("status.yml", to: "/dev/zero") }, "it is a symbolic link"),
            ({ #expect(mkdir(place, 0o700) == 0) }, "it is not a regular file"),
        ] as [(() throws -> Void, String)] {
            try FileManager.default.removeItem(atPath: place)
            try make()
            #expect(try refusal().contains("status.yml` cannot be read: \(reason)"))
            let result = try Program.run("init", site.path, "--now", "2026-01-03T12:00Z")
            #expect(result.status == 1 && !FileManager.default.fileExists(atPath: site.path + "/README.md"))
        }
    }

    @Test(arguments: ["incidents/x.md", "incidents/x", "static/x", "site-templates/x", "incidents/2026/x.md"])
    func pipeIsRefusedAndNotWaitedFor(path: String) throws {
        try site.write("", to: "incidents/2026/_kept")
        #expect(mkfifo(site.path + "/" + path, 0o600) == 0)
        #expect(try refusal().contains("`\(path)` cannot be read: it is not a regular file"))
        for command in [["announce", "slow"], ["stamp"], ["status"]] where path.hasPrefix("incidents") {
            let result = try Program.run(command + ["--site", site.path, "--now", "2026-01-03T12:00Z"])
            #expect(result.status == 1 && result.error.contains(path), "\(command): \(result.error)")
        }
    }

    @Test(arguments: ["incidents", "static", "site-templates"])
    func fileInPlaceOfAFolderIsRefused(name: String) throws {
        try FileManager.default.removeItem(atPath: site.path + "/" + name)
        try site.write("x", to: name)
        #expect(try refusal().contains("`\(name)` cannot be read: Not a directory"))
    }

    @Test(arguments: ["incidents", "incidents/2026", "incidents/slow.md", "static/in", "static/a.txt"])
    func whatMayNotBeReadIsAnErrorAndNoGreenPage(path: String) throws {
        try site.write(SmallSite.record(), to: "incidents/2026/fast.md")
        #expect(try build().status == 0)
        let page = try String(contentsOfFile: site.path + "/public/index.html", encoding: .utf8)
        #expect(chmod(site.path + "/" + path, 0) == 0)
        defer { chmod(site.path + "/" + path, 0o755) }
        for options in [[], ["--best-effort"]] where path != "incidents/slow.md" || options.isEmpty {
            let result = try asNobody(["build", "--output", site.path + "/public"] + options)
            #expect(result.status == 1)
            #expect(result.output.contains("`\(path)` cannot be read: Permission denied"), "\(result.output)")
        }
        #expect(try String(contentsOfFile: site.path + "/public/index.html", encoding: .utf8) == page)
        let check = try asNobody(["check"])
        #expect(check.status == 1 && check.output.contains("`\(path)` cannot be read: Permission denied"))
    }

    @Test func nameThatIsNotUTF8IsAnError() throws {
        let name = Array((site.path + "/incidents/d").utf8) + [0xFF] + Array(".md".utf8) + [0]
        let made = name.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                $0.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
            }
        }
        #expect(made >= 0 && close(made) == 0)
        #expect(try refusal().contains("`incidents/d\u{FFFD}.md` cannot be read: its name is not UTF-8"))
    }

    @Test func pathThatIsTooLongIsAnError() throws {
        var folder = open(site.path + "/static", O_RDONLY)
        for _ in 0..<20 {
            let name = String(repeating: "d", count: 250)
            #expect(mkdirat(folder, name, 0o700) == 0)
            let inner = openat(folder, name, O_RDONLY)
            close(folder)
            folder = inner
        }
        close(folder)
        #expect(try refusal().contains("cannot be read: File name too long"))
        let remove = try Process.run(URL(filePath: "/bin/rm"), arguments: ["-rf", site.path + "/static"])
        remove.waitForEnd()
    }

    @Test func aSiteWithoutRecordsIsOne() throws {
        try FileManager.default.removeItem(atPath: site.path + "/incidents")
        #expect(try build().status == 0)
    }
}

private extension SiteLinksTests {
    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/" + path,
            withDestinationPath: target
        )
    }

    func build(_ options: String...) throws -> Program.Result {
        try Program.run(["build", "--site", site.path, "--now", "2026-01-03T12:00Z"] + options)
    }

    /// What a build and a check say that both refuse.
    func refusal() throws -> String {
        let result = try build("--best-effort", "--output", site.path + "/refused")
        let check = try Program.run("check", "--site", site.path, "--now", "2026-01-03T12:00Z")
        #expect(result.status == 1 && check.status == 1)
        #expect(!FileManager.default.fileExists(atPath: site.path + "/refused"))
        for line in check.output.split(separator: "\n") where line.contains("error") {
            #expect(result.error.contains(line), "\(line)")
        }
        return result.error
    }

    /// Runs the program as a user who has to keep to permissions, with both streams as output.
    func asNobody(_ arguments: [String]) throws -> Program.Result {
        let words = arguments + ["--site", site.path, "--now", "2026-01-03T12:00Z"]
        let drop = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
        chmod(site.path, 0o777)
        if geteuid() == 0 {
            let own = try Process.run(
                URL(filePath: "/bin/chown"),
                arguments: ["-R", "65534:65534", site.path + "/public"]
            )
            own.waitForEnd()
        }
        let command = ([Program.file.path] + words).map { "'\($0)'" }.joined(separator: " ")
        return try Bash().run("\(drop)\(command) 2>&1", in: "/")
    }
}
