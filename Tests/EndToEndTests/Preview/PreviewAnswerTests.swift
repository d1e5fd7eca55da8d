import Foundation
import Testing

@testable import allclear

/// The preview as browsers, and those who mean it ill, ask it.
@Suite struct PreviewAnswerTests {
    @Test func answersAsAPlainHostDoes() throws {
        let site = try SmallSite([
            "static/docs/index.html": "<p>Docs", "static/a b.txt": "ab", "static/x.png": "x",
        ])
        let preview = try PreviewProcess(of: site)
        let expected = [
            ("/", 200, "text/html; charset=utf-8"), ("/history.html?page=2", 200, "text/html; charset=utf-8"),
            ("/docs/", 200, "text/html; charset=utf-8"),
            ("/docs/index.html", 200, "text/html; charset=utf-8"),
            ("/a%20b.txt", 200, "text/plain; charset=utf-8"), ("/x.png", 200, "image/png"),
            ("/feed.xml", 200, "application/xml"), ("/history.atom", 200, "application/atom+xml"),
            ("/api/v2/summary.json", 200, "application/json"), ("/badges/api.svg", 200, "image/svg+xml"),
            ("/calendar.ics", 200, "text/calendar; charset=utf-8"),
            ("/.allclear-preview/script.js", 200, "text/javascript; charset=utf-8"),
            ("/.allclear-preview/style.css", 200, "text/css; charset=utf-8"),
            ("/history", 404, "text/html; charset=utf-8"), ("/history/", 404, "text/html; charset=utf-8"),
            ("/INDEX.HTML", 404, "text/html; charset=utf-8"),
            ("//index.html", 404, "text/html; charset=utf-8"),
        ]
        for (path, status, type) in expected {
            let answer = try preview.get(path)
            #expect(answer.status == status, "\(path)")
            #expect(answer.headers["content-type"] == type, "\(path)")
            #expect(answer.headers["cache-control"] == "no-store", "\(path)")
            #expect(answer.headers["cross-origin-resource-policy"] == "same-origin", "\(path)")
            #expect(answer.headers["content-length"] == "\(answer.body.count)", "\(path)")
        }
        let folder = try preview.get("/docs")
        #expect(folder.status == 301 && folder.headers["location"] == "/docs/")
        for answer in [
            folder, try preview.get("/", method: "POST"), try preview.get("/", host: "evil.example"),
        ] {
            #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
        }
        let nowhere = try preview.get("/deep/down").text
        #expect(nowhere.contains("href=\"/history.html\"") && !nowhere.contains("status.example.com"))
    }

    @Test func headSendsTheHeadersAlone() throws {
        let preview = try PreviewProcess(of: try SmallSite())
        let (get, head) = (try preview.get("/"), try preview.get("/", method: "HEAD"))
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head.headers == get.headers)
        #expect(try preview.get("/.allclear-preview/events", method: "HEAD").body.isEmpty)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
    func methodThatWritesIsNotAllowed(_ method: String) throws {
        let preview = try PreviewProcess(of: try SmallSite())
        let answer = try preview.get("/", method: method)
        #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD")
    }

    @Test(arguments: ["BREW", "get", "GE"])
    func unknownMethodIsNotImplemented(_ method: String) throws {
        let preview = try PreviewProcess(of: try SmallSite())
        #expect(try preview.get("/", method: method).status == 501)
    }

    @Test func whatIsNoRequestIsRefused() throws {
        let preview = try PreviewProcess(of: try SmallSite())
        let heads = [
            ["nothing"], ["GET / extra HTTP/1.1"], ["GET /"], ["GET  HTTP/1.1"], ["GET / HTTP/2"],
        ]
        for head in heads {
            #expect(try HTTPAnswer(to: head, on: preview.port).status == 400, "\(head[0])")
        }
        let twice = ["GET / HTTP/1.1", "Host: localhost", "Host: evil.example"]
        #expect(try HTTPAnswer(to: twice, on: preview.port).status == 421)
        _ = try? HTTPAnswer(to: ["GET / HTTP/1.1", String(repeating: "x", count: 1 << 18)], on: preview.port)
        #expect(try preview.get("/").status == 200)
    }

    @Test func lineMayEndWithoutACarriageReturn() throws {
        let preview = try PreviewProcess(of: try SmallSite())
        let lines = ["HEAD / HTTP/1.1", "Host: localhost"]
        #expect(try HTTPAnswer(to: lines, endedBy: "\n", on: preview.port).status == 200)
    }

    @Test func connectionsThatAskNothingAreGivenUp() async throws {
        let preview = try PreviewProcess(of: try SmallSite())
        try preview.allow(openFiles: 48)
        let idle = try (0..<40).map { _ in try Connection(on: preview.port) }
        // Other tests go on meanwhile.
        try await Task.sleep(for: .seconds(9))
        #expect(try preview.get("/").status == 200)
        withExtendedLifetime(idle) {}
    }

    @Test func nameOfAnotherHostIsRefused() throws {
        let preview = try PreviewProcess(of: try SmallSite())
        for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", nil] {
            #expect(try preview.get("/", host: host).status == 421, "\(host ?? "none")")
        }
        for host in ["localhost", "LOCALHOST:9", "127.0.0.1:\(preview.port)", "[::1]:80"] {
            #expect(try preview.get("/", host: host).status == 200, "\(host)")
        }
    }

    @Test func noPathLeadsOutOfTheSite() throws {
        let site = try SmallSite(["static/inner/page.txt": "inner"])
        let preview = try PreviewProcess(of: site)
        let paths = [
            "/../status.yml", "/inner/../../status.yml", "/%2e%2e/status.yml", "/%2E%2E%2Fstatus.yml",
            "/..%2fstatus.yml", "/inner%2fpage.txt", "/inner%5cpage.txt", "/inner/../inner/page.txt",
            "/./inner/page.txt", "/status.yml", "/incidents/slow.md", "/..\\status.yml", "/%00",
            "/index.html%00",
            "/index.html%00.png", "/%", "/%2", "/%zz", "/%c0%ae%c0%ae/status.yml", "//etc/passwd",
            "/\(site.path)/status.yml", "\(site.path)/status.yml", "index.html", "*",
            "http://localhost/index.html", "http://evil.example/", "/index.html/", "/inner/page.txt/",
            "/#", "/index.html#", "/.allclear-preview", "/.allclear-preview/",
        ]
        for path in paths {
            let answer = try preview.get(path)
            #expect([400, 404].contains(answer.status), "\(path)")
            #expect(!answer.text.contains("component_status") && answer.text != "inner", "\(path)")
        }
    }

    @Test func pathIsReadOnceAndOnlyOnce() {
        #expect(RequestPath(sentAs: "/a%20b%25")?.bytes == Array("a b%".utf8))
        #expect(RequestPath(sentAs: "/%252e")?.bytes == Array("%2e".utf8))
        #expect(RequestPath(sentAs: "/")?.bytes == [])
        #expect(RequestPath(sentAs: "/%C3%A9")?.bytes == [0xC3, 0xA9])
        #expect(RequestPath(sentAs: "/%+1") == nil)
    }
}
