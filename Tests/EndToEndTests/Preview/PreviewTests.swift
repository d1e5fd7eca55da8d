import Foundation
import Testing

/// The site under preview at each save, as an open page gets it.
@Suite struct PreviewTests {
    @Test func previewServesTheBytesOfABuildAndAddsToPagesAlone() throws {
        let scratch = try Scratch()
        let site = GoldenSiteTests.folder + "/four-phases"
        let now = ["--now", "2026-01-03T12:00Z"]
        let build = try Program.run(["build", "--site", site, "--output", scratch.path] + now)
        try #require(build.status == 0)
        let preview = try PreviewProcess(of: site, now)
        var built = try Scratch.contents(of: scratch.path)
        built[".allclear-manifest"] = nil
        #expect(built.count > 50)
        for (path, text) in built {
            let answer = try preview.get("/" + path)
            #expect(answer.status == 200, "\(path)")
            if path.hasSuffix(".html") {
                #expect(answer.text.hasPrefix(text) && answer.text.hasSuffix("defer></script>\n"), "\(path)")
            } else {
                #expect(answer.text == text, "\(path)")
            }
        }
    }

    @Test func savingShowsTheNewPage() throws {
        let site = try SmallSite()
        let preview = try PreviewProcess(of: site)
        let page = try preview.events()
        let version = try page.version()
        #expect(try preview.get("/").text.contains("data-version=\"\(version)\""))
        // The first is as long as what it replaces.
        let saves = [
            (
                "incidents/slow.md", SmallSite.record(title: "Stories are fast"), "/incidents/slow.html",
                "fast</h1>"
            ),
            ("incidents/other.md", SmallSite.record(title: "Another"), "/incidents/other.html", "Another"),
            ("static/note.txt", "a note", "/note.txt", "a note"),
            ("site-templates/not-found.mustache", "own words", "/404.html", "own words"),
            (
                "status.yml", SmallSite.configuration.replacingOccurrences(of: "Small", with: "Large"),
                "/history.html", "Large"
            ),
        ]
        for (file, text, path, words) in saves {
            try site.write(text, to: file)
            try page.wait { try preview.get(path).text.contains(words) }
        }
        try FileManager.default.removeItem(atPath: site.path + "/incidents/other.md")
        try page.wait { try preview.get("/incidents/other.html").status == 404 }
    }

    /// What is written by a file's other name is reported as little as what is saved on the other side of a mount.
    @Test func savingThatTheKernelDoesNotReportShowsTheNewPage() async throws {
        let (site, elsewhere) = (try SmallSite(["static/note.txt": "former"]), try Scratch())
        let otherName = elsewhere.path + "/note.txt"
        try FileManager.default.linkItem(atPath: site.path + "/static/note.txt", toPath: otherName)
        let preview = try PreviewProcess(of: site)
        let page = try preview.events()
        _ = try page.version()
        // By then it has looked more than once, and nothing but time makes it look again.
        try await Task.sleep(for: .seconds(3))
        let file = try #require(FileHandle(forWritingAtPath: otherName))
        try file.write(contentsOf: Data("latest".utf8))
        try file.close()
        try page.wait { try preview.get("/note.txt").text == "latest" }
        withExtendedLifetime(elsewhere) {}
    }

    @Test func mistakeShowsOverTheLastGoodPageUntilItIsMended() throws {
        let site = try SmallSite()
        let preview = try PreviewProcess(of: site)
        let page = try preview.events()
        try site.write(SmallSite.record(severity: "<b>&SEV"), to: "incidents/slow.md")
        try page.wait { try preview.get("/").text.contains("slow.md:3:11</b>") }
        let shown = try preview.get("/incidents/slow.html").text
        #expect(shown.contains("Stories are slow</h1>") && shown.contains("<dialog open"))
        #expect(shown.contains("severity: &lt;b&gt;&amp;SEV\n<b>          ^~~~~~~</b></pre>"))
        #expect(!shown.contains("<b>&SEV"))
        let check = try Program.run("check", "--site", site.path)
        let told = try #require(check.output.split(separator: "\n").first)
        #expect(try preview.words.contains(told))
        #expect(try preview.words.contains("showing the last good version"))
        try site.write(SmallSite.record(title: "Mended"), to: "incidents/slow.md")
        try page.wait { try preview.get("/incidents/slow.html").text.contains("Mended</h1>") }
        #expect(try !preview.get("/incidents/slow.html").text.contains("<dialog"))
    }

    @Test func mistakesStandAloneWhereThereIsNoSiteYet() throws {
        let site = try SmallSite(["status.yml": "site: {titel: Small}\n"])
        let preview = try PreviewProcess(of: site)
        let page = try preview.events()
        let shown = try preview.get("/history.html")
        #expect(shown.status == 503 && shown.text.contains("<b>status.yml:1:7</b>"))
        #expect(shown.headers["content-type"] == "text/html; charset=utf-8")
        #expect(shown.headers["content-security-policy"]?.hasPrefix("default-src 'none'; ") == true)
        #expect(
            shown.headers["content-security-policy"]?.hasSuffix("; base-uri 'none'; form-action 'none'")
                == true
        )
        try site.write(SmallSite.configuration, to: "status.yml")
        try page.wait { try preview.get("/history.html").status == 200 }
    }

    @Test func warningsAreToldAtTheTerminalAlone() throws {
        let configuration = SmallSite.trackedConfiguration + "colour: green\n"
        let preview = try PreviewProcess(of: try SmallSite(["status.yml": configuration]))
        #expect(try preview.words.contains("warning: ") && preview.words.contains("1 record: 1 warning"))
        #expect(try !preview.get("/").text.contains("<dialog"))
    }

    @Test func whatCannotBePublishedIsSaid() throws {
        let site = try SmallSite(["static/index.html": "mine"])
        let preview = try PreviewProcess(of: site)
        let told = "error: `static/index.html` has the same path as `index.html`, which the build writes"
        #expect(try preview.words.contains(told))
        #expect(try preview.get("/").text.contains(told.dropFirst("error: ".count)))
    }

    @Test func interruptionEndsItWellWhilePagesAreOpen() throws {
        let preview = try PreviewProcess(of: try SmallSite())
        let page = try preview.events()
        _ = try page.version()
        #expect(preview.interrupt() == 0)
    }

    @Test func answeredRequestsLeaveNothingBehind() throws {
        let preview = try PreviewProcess(of: try SmallSite())
        let ask = { (count: Int) in for _ in 0..<count { _ = try preview.get("/assets/nothing") } }
        // What the first ones bring about, such as buffers, stays.
        try ask(500)
        let before = try preview.memory
        try ask(2_000)
        // It was 6 MiB when the task of each was kept, and is 2 at most now.
        #expect(try preview.memory - before < 4_096)
    }

    @Test func browserIsGivenTheAddress() throws {
        let site = try SmallSite()
        for name in ["xdg-open", "open"] {
            try site.write("#!/bin/sh\nprintf %s \"$1\" > '\(site.path)/opened'\n", to: "bin/" + name)
            try #require(chmod(site.path + "/bin/" + name, 0o755) == 0)
        }
        let path = site.path + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        let preview = try PreviewProcess(of: site, ["--open"], environment: ["PATH": path])
        let opened = try eventually {
            (try? String(contentsOfFile: site.path + "/opened", encoding: .utf8)).flatMap {
                $0.isEmpty ? nil : $0
            }
        }
        #expect(opened == "http://127.0.0.1:\(preview.port)/")
    }

    @Test func takenPortIsRefusedAndAFreeOneNamed() throws {
        let site = try SmallSite()
        let first = try PreviewProcess(of: site)
        let second = try Program.run("serve", "--site", site.path, "--port", "\(first.port)")
        #expect(second.status == 1)
        #expect(second.error.contains("port \(first.port) is already in use"))
        let free = try #require(second.error.firstMatch(of: /use `--port ([0-9]+)`, which is free/))
        #expect(UInt16(free.1).map { $0 > first.port } == true)
    }
}
