@testable import Publishing

/// A site in small: pages, each with the pages it links to.
struct LinkedSite {
    let name: String
    let links: [String: [String]]

    /// A page's text names its site and its links, and shows its end, so that a part of it is no page.
    func text(of path: String) -> String {
        let links = (links[path] ?? []).map { "link \($0)\n" }.joined()
        return "page \(path) of \(name)\n\(links)end\n"
    }

    var outputs: [Output] {
        links.keys.map { path in
            let text = text(of: path)
            return Output(path: path) { Array(text.utf8) }
        }
    }

    /// What the output directory holds when the site is published, with its manifest.
    var contents: [String: String?] {
        var contents: [String: String?] = [".allclear-manifest": manifest]
        for path in links.keys {
            contents[path] = text(of: path)
            var parts = path.split(separator: "/").dropLast()
            while !parts.isEmpty {
                contents[parts.joined(separator: "/")] = .some(nil)
                parts.removeLast()
            }
        }
        return contents
    }

    private var manifest: String {
        links.keys.sorted().map { $0 + "\n" }.joined()
    }
}

/// Follows every link from some pages; tells what a reader would have stumbled over.
func stumbles(of scratch: Scratch, from pages: some Sequence<String>) -> [String] {
    var (waiting, seen) = (Array(pages), Set(pages))
    var stumbles: [String] = []
    while let page = waiting.popLast() {
        guard let text = scratch.read(page) else {
            stumbles.append("\(page) is missing")
            continue
        }
        if !text.hasPrefix("page \(page) of ") || !text.hasSuffix("\nend\n") {
            stumbles.append("\(page) is torn")
        }
        for line in text.split(separator: "\n") where line.hasPrefix("link ") {
            let target = String(line.dropFirst(5))
            if seen.insert(target).inserted { waiting.append(target) }
        }
    }
    return stumbles
}

extension LinkedSite {
    /// The site that stands at first.
    static let first = LinkedSite(
        name: "first",
        links: [
            "index.html": ["one.html", "two.html", "gone/a.html", "shared.html", "assets/1.css"],
            "one.html": ["index.html", "gone/a.html"],
            "two.html": ["one.html"],
            "gone/a.html": ["gone/b.html"],
            "gone/b.html": ["gone/a.html", "index.html"],
            "shared.html": ["gone/b.html"],
            "assets/1.css": [],
        ]
    )

    /// Pages appear, change and vanish.
    static let second = LinkedSite(
        name: "second",
        links: [
            "index.html": ["one.html", "new.html", "months/2026-01.html", "assets/2.css"],
            "one.html": ["index.html", "months/2026-01.html"],
            "two.html": ["new.html"],
            "new.html": ["months/2026-01.html"],
            "months/2026-01.html": ["new.html", "late/deep/page.html"],
            "late/deep/page.html": ["index.html"],
            "assets/2.css": [],
        ]
    )

    /// Some that vanished come back, and some that were new are different.
    static let third = LinkedSite(
        name: "third",
        links: [
            "index.html": ["shared.html", "new.html", "gone/a.html", "assets/1.css"],
            "one.html": ["index.html", "new.html"],
            "two.html": ["gone/a.html"],
            "gone/a.html": ["shared.html"],
            "shared.html": ["newer.html"],
            "new.html": ["newer.html", "months/2026-02.html"],
            "newer.html": ["new.html"],
            "months/2026-02.html": ["index.html"],
            "assets/1.css": [],
        ]
    )
}
