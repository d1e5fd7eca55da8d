import StatusModel
import Testing

@testable import StatusSite

/// `_headers` as the hosts that read it take it: of all rules that match a path each header counts, and the
/// values of one that several set are joined by commas.
@Suite struct HeadersFileTests {
    @Test func pagesAreGuardedAndSoonStale() throws {
        for path in ["/", "/index.html", "/history", "/incidents/oven-door.html", "/reports/2026-10.html"] {
            let headers = try headers(of: path)
            #expect(headers["Cache-Control"] == ["public, max-age=60"], "\(path)")
            #expect(headers["X-Content-Type-Options"] == ["nosniff"])
            #expect(headers["X-Frame-Options"] == ["DENY"])
            #expect(headers["Referrer-Policy"] == ["strict-origin-when-cross-origin"])
            #expect(headers["Access-Control-Allow-Origin"] == nil, "\(path)")
        }
    }

    @Test func thePolicyIsThatOfThePagesAndForbidsFrames() throws {
        let policy = try #require(headers(of: "/index.html")["Content-Security-Policy"]?.first)
        let page = try RenderedSite(Sample.full)["index.html"]
        let meta = page.between("http-equiv=\"Content-Security-Policy\" content=\"", "\"")
        #expect(policy == meta + "; frame-ancestors 'none'")
    }

    @Test func onlyThePageForFramesMayStandInOne() throws {
        let site = try RenderedSite(Sample.full)
        for page in site.pages where !page.hasPrefix("embed") {
            #expect(headers(of: "/" + page, in: site)["X-Frame-Options"] == ["DENY"], "\(page)")
            let policy = headers(of: "/" + page, in: site)["Content-Security-Policy"]?.first ?? ""
            #expect(policy.hasSuffix("; frame-ancestors 'none'"), "\(page)")
        }
        for path in ["/embed.html", "/embed"] {
            let headers = headers(of: path, in: site)
            let policy = try #require(headers["Content-Security-Policy"]?.first)
            #expect(site["embed.html"].contains("content=\"\(policy)\">"))
            #expect(!policy.contains("frame-ancestors"))
            #expect(headers["X-Frame-Options"] == nil)
            #expect(headers["Cache-Control"] == ["public, max-age=60"])
            #expect(headers["X-Content-Type-Options"] == ["nosniff"])
        }
    }

    @Test func assetsNamedByTheirContentAreKeptForGood() throws {
        let asset = try #require(RenderedSite(Sample.full).paths.first { $0.hasPrefix("assets/style-") })
        #expect(try headers(of: "/" + asset)["Cache-Control"] == ["public, max-age=31536000, immutable"])
        #expect(try headers(of: "/assets/own.png")["Cache-Control"] == nil)
    }

    @Test(arguments: [
        "/feed.xml", "/atom.xml", "/feed.json", "/history.rss", "/history.atom", "/calendar.ics",
        "/api/statistics.json", "/components/ovens.xml", "/status.svg", "/status.json", "/badges/ovens.svg",
    ])
    func programsOnOtherSitesMayReadWhatIsForThem(path: String) throws {
        let headers = try headers(of: path)
        #expect(headers["Access-Control-Allow-Origin"] == ["*"])
        #expect(headers["Cache-Control"] == ["public, max-age=60"])
        #expect(try self.headers(of: path, for: .internal)["Access-Control-Allow-Origin"] == nil)
        #expect(try self.headers(of: path, for: .internal)["Cache-Control"] == ["private, max-age=60"])
    }

    /// One file of each sort is enough: the golden sites leave `_headers` out, as each new page changes it.
    @Test func rulesAreWrittenAsHostsReadThem() {
        let files = [
            SiteFile(.page, path: "index.html") { [] }, SiteFile(.framedPage, path: "embed.html") { [] },
            SiteFile(.report, path: "reports/a.html") { [] }, SiteFile(.badge, path: "badges/a.svg") { [] },
            SiteFile(.feed, path: "feed.xml") { [] }, SiteFile(.hashedAsset, path: "assets/style.css") { [] },
            SiteFile(.ownAsset, path: "assets/own.png") { [] },
        ]
        let policy =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'"
        let guarded = """
            Content-Security-Policy: \(policy); frame-ancestors 'none'
              X-Frame-Options: DENY
            """
        let expected = """
            /*
              X-Content-Type-Options: nosniff
              Referrer-Policy: strict-origin-when-cross-origin

            /
              Cache-Control: public, max-age=60
              \(guarded)

            /:file
              Cache-Control: public, max-age=60

            /badges/*
              Cache-Control: public, max-age=60
              \(guarded)
              Access-Control-Allow-Origin: *

            /reports/*
              Cache-Control: public, max-age=60
              \(guarded)

            /index.html
              \(guarded)

            /index
              \(guarded)

            /embed.html
              Content-Security-Policy: \(policy)

            /embed
              Content-Security-Policy: \(policy)

            /feed.xml
              Access-Control-Allow-Origin: *

            /assets/style.css
              Cache-Control: public, max-age=31536000, immutable

            """
        #expect(String(decoding: HeadersFile(for: .public, of: files).bytes, as: UTF8.self) == expected)
    }

    @Test func noHeaderIsSetTwiceForAnyFileNorAnyPatternNamedTwice() throws {
        let site = try RenderedSite(Sample.full)
        let patterns = site["_headers"].split(separator: "\n").filter { $0.hasPrefix("/") }
        #expect(Set(patterns).count == patterns.count)
        for path in site.paths {
            for (name, values) in headers(of: "/" + path, in: site) {
                #expect(values.count == 1, "\(path): \(name)")
            }
        }
    }
}

private extension HeadersFileTests {
    /// What goes along with the path, by name.
    func headers(of path: String, for audience: Audience = .public) throws -> [String: [String]] {
        try headers(of: path, in: RenderedSite(Sample.full, for: audience))
    }

    func headers(of path: String, in site: RenderedSite) -> [String: [String]] {
        var (found, matches) = ([String: [String]](), false)
        for line in site["_headers"].split(separator: "\n") {
            if line.hasPrefix("/") {
                matches = path.isMatched(by: line)
            } else if matches {
                let parts = line.drop { $0 == " " }.split(separator: ": ", maxSplits: 1)
                found[String(parts[0]), default: []].append(String(parts[1]))
            }
        }
        return found
    }
}

extension String {
    /// Whether the pattern, of whole segments, is one for the path.
    fileprivate func isMatched(by pattern: Substring) -> Bool {
        if pattern.hasSuffix("/*") { return hasPrefix(pattern.dropLast()) }
        let slash = pattern.lastIndex(of: "/") ?? pattern.startIndex
        guard pattern[slash...].hasPrefix("/:") else { return self == pattern }
        return hasPrefix(pattern[...slash]) && !dropFirst(pattern[...slash].count).contains("/") && count > 1
    }
}
