import Diagnostics

/// A page as it is served: with the script that reloads it, and with the mistakes because of which it is not up to
/// date.
struct PreviewPage {
    private let state: PreviewState

    init(in state: PreviewState) {
        self.state = state
    }
}

extension PreviewPage {
    /// Returns the site's page with the preview's additions after its end, which browsers treat as the end of the
    /// body: no template needs a place for them.
    func adding(to page: [UInt8]) -> [UInt8] {
        page + Array((mistakes + script).utf8)
    }

    /// The page that is shown instead of every other as long as there is no site.
    var alone: [UInt8] {
        adding(
            to: Array(
                """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>\(count)</title>

                """.utf8
            )
        )
    }

    /// The header that lets that page load the preview's additions, and nothing else.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'"
}

private extension PreviewPage {
    var script: String {
        "<script src=\"/\(PreviewAssets.script)\" data-version=\"\(state.version)\" defer></script>\n"
    }

    var mistakes: String {
        guard !state.isCurrent else { return "" }
        return """
            <link rel="stylesheet" href="/\(PreviewAssets.style)">
            <dialog open id="allclear-mistakes" lang="en" dir="ltr" aria-labelledby="allclear-mistakes-title">
            \(hide)<h2 id="allclear-mistakes-title">\(title)</h2>
            <ul>
            \(refusal)\(HTMLFormat().text(for: state.errors))</ul>
            </dialog>

            """
    }

    var title: String {
        state.site == nil
            ? "\(count), and no site to show yet" : "\(count). Below is the last good version of the site."
    }

    var count: String {
        state.errors.isEmpty ? "The site cannot be built" : "\(DiagnosticCount(state.errors))"
    }

    var hide: String {
        state.site == nil ? "" : "<form method=\"dialog\"><button>Hide</button></form>\n"
    }

    var refusal: String {
        state.refusal.map { "<li>\n<p>\(HTMLFormat().escaped($0))</p>\n</li>\n" } ?? ""
    }
}
