import Diagnostics
import Foundation
import Publishing
import StatusModel
import Testing

@testable import Records
@testable import allclear

/// Each folder of `Sites/` is a site with what is expected of it: dropping one in is a test.
///
/// - `now`: the build's instant. `best-effort`: there if the site is built around broken records.
/// - `expected/check.txt`: what `check` tells.
/// - `expected/site/`: the files that are built; not there where nothing may be built. Of a page it is the `<main>`: what
///   stands around that is the same on all of them.
/// - `held`: paths of the files that are held in `expected/site/`, a line each; one that ends in a slash is a folder. One
///   site has no such list: there, all files are held, so that whoever adds one sees it once.
/// - `left-out`: paths that are not held there, a line each. They list other files, and have tests of their own.
/// - `whole`: paths of pages that are held whole, a line each. One such page of all sites is enough.
/// - `internal`: paths of files of the team's build, a line each, that are expected in `expected/internal/`.
/// - `commands`: what else the program is asked, a line each: a file's name in `expected/` and, behind a
///   colon, the arguments whose output it holds.
/// - `secrets`: what the team's build has and the public's must not, a line each; `TeamSecretsTests` looks for them.
///
/// `UPDATE_EXPECTED=1 swift test --filter GoldenSiteTests` rewrites `expected/`. Read it before it is
/// committed.
@Suite struct GoldenSiteTests {
    static let folder = ProjectFolder.path + "/Tests/EndToEndTests/Sites"
    static let sites = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test func expectationsAreNotRewrittenUnseen() {
        let environment = ProcessInfo.processInfo.environment
        #expect(environment["CI"] == nil || environment["UPDATE_EXPECTED"] == nil)
    }

    @Test(arguments: sites)
    func siteIsAsExpected(name: String) throws {
        let site = try GoldenSite(at: Self.folder + "/" + name)
        let actual = try site.built()
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] != nil,
            ProcessInfo.processInfo.environment["CI"] == nil
        {
            try site.rewriteExpected(actual)
        }
        let expected = try site.expected()
        #expect(actual.keys.sorted() == expected.keys.sorted())
        for (path, content) in expected.sorted(by: { $0.key < $1.key }) where actual[path] != content {
            let difference = LineDifference(from: content.shown, to: actual[path]?.shown ?? "")
            Issue.record("\(name)/expected/\(path)\n\(difference?.description ?? "other bytes")")
        }
    }

    /// What all pages or all sites have in common is to be changed in one file.
    @Test func onePageIsHeldWholeAndOneSiteInFull() throws {
        let sites = try Self.sites.map { try GoldenSite(at: Self.folder + "/" + $0) }
        #expect(try sites.flatMap { try $0.lines(of: "whole") }.count == 1)
        #expect(try sites.filter { try $0.isBuilt && $0.lines(of: "held").isEmpty }.count == 1)
    }
}

/// A site in a folder, and what is expected of it beside it.
private struct GoldenSite {
    let path: String
    let now: Instant
    let isBestEffort: Bool

    init(at path: String) throws {
        self.path = path
        let text = try String(contentsOfFile: path + "/now", encoding: .utf8)
        now = try #require(Instant(writtenAs: text.trimmed))
        isBestEffort = FileManager.default.fileExists(atPath: path + "/best-effort")
    }

    /// Whether anything may be built of it.
    var isBuilt: Bool { FileManager.default.fileExists(atPath: path + "/expected/site") }

    /// What `check` tells and what a build writes, by path below `expected/`.
    func built() throws -> [String: Data] {
        let reading = try SiteReading(of: path, at: now)
        var files = ["check.txt": Data(TerminalFormat(colors: false).text(for: reading.diagnostics).utf8)]
        guard let site = reading.site, !reading.diagnostics.hasErrors || isBestEffort && reading.isPublishable
        else {
            return files
        }
        let whole = Set(try lines(of: "whole"))
        for output in try heldOutputs(of: site) {
            let path = output.path.withoutFingerprint
            files["site/" + path] = whole.contains(path) ? output.shown : output.shownMain
        }
        try addInternalFiles(of: site, to: &files)
        for (name, arguments) in try commands() { files[name] = Data(try answer(to: arguments).utf8) }
        return files
    }

    /// The public site's files that are held in `expected/`.
    private func heldOutputs(of site: LoadedSite) throws -> [Output] {
        let (held, leftOut) = (try lines(of: "held"), try lines(of: "left-out"))
        let outputs = site.outputs(for: .public)
        for entry in held + leftOut {
            #expect(outputs.contains { $0.isNamed(by: entry) }, "\(entry) is never built")
        }
        return outputs.filter { output in
            (held.isEmpty || held.contains(where: output.isNamed)) && !leftOut.contains(where: output.isNamed)
        }
    }

    private func addInternalFiles(of site: LoadedSite, to files: inout [String: Data]) throws {
        var wanted = Set(try lines(of: "internal"))
        defer { #expect(wanted.isEmpty, "the team's build has no such files") }
        for output in site.outputs(for: .internal) where wanted.remove(output.path) != nil {
            files["internal/" + output.path] = output.shownMain
        }
    }

    private func commands() throws -> [(name: String, arguments: [String])] {
        try lines(of: "commands").map { line in
            let name = try #require(line.split(separator: ":").first)
            return (String(name), line.dropFirst(name.count + 1).split(separator: " ").map(String.init))
        }
    }

    private func answer(to arguments: [String]) throws -> String {
        // Elsewhere, as reports state the revision of the repository that the records lie in.
        let elsewhere = try Scratch()
        let copy = elsewhere.path + "/site"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let result = try Program.run(arguments + ["--site", copy, "--now", now.description])
        // From 10 on, it is the site's state.
        #expect(result.status == 0 || (10...13).contains(result.status), "\(arguments): \(result.error)")
        return result.output
    }

    func lines(of name: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path + "/" + name) else { return [] }
        return try String(contentsOfFile: path + "/" + name, encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    func expected() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in FileManager.default.enumerator(atPath: path + "/expected")?.compactMap({ $0 as? String })
            ?? []
        {
            let file = path + "/expected/" + name
            guard
                try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
                    == .typeRegular
            else { continue }
            files[name] = try Data(contentsOf: URL(filePath: file))
        }
        return files
    }

    func rewriteExpected(_ files: [String: Data]) throws {
        try? FileManager.default.removeItem(atPath: path + "/expected")
        for (name, content) in files {
            let file = URL(filePath: path + "/expected/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try content.write(to: file)
        }
    }
}

extension Output {
    /// Whether the entry is its path, or a folder that it is in.
    fileprivate func isNamed(by entry: String) -> Bool {
        let path = path.withoutFingerprint
        return path == entry || entry.hasSuffix("/") && path.hasPrefix(entry)
    }

    /// What a golden site holds of the file. A picture has no text in which an asset could be named.
    fileprivate var shown: Data {
        let content = Data((try? bytes()) ?? [])
        return content.isText ? Data(text.withoutFingerprint.utf8) : content
    }

    /// The same, but of a page only what stands on it.
    fileprivate var shownMain: Data {
        guard path.hasSuffix(".html"), let start = text.range(of: "<main>"),
            let end = text.range(of: "</main>")
        else { return shown }
        return Data((text[start.lowerBound..<end.upperBound] + "\n").withoutFingerprint.utf8)
    }
}

extension Data {
    fileprivate var isText: Bool { String(validating: self, as: UTF8.self) != nil }

    /// What a failed test prints.
    fileprivate var shown: String { String(decoding: self, as: UTF8.self) }
}

extension String {
    /// An asset's name without what changes with its content.
    fileprivate var withoutFingerprint: String { replacing(/-[0-9a-f]{16}\./, with: ".") }
}
