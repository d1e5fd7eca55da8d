extension Preview {
    /// Answers as a plain web host would, from memory.
    func answer(to request: HTTPRequest) -> HTTPResponse {
        guard request.isForThisComputer else {
            return HTTPResponse(.misdirectedRequest, saying: "This preview is only for this computer.")
        }
        switch request.method {
        case "GET", "HEAD": return answer(toPath: request.path)
        case "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE":
            return HTTPResponse(.methodNotAllowed, saying: "Only GET and HEAD are supported.")
                .with("Allow", "GET, HEAD")
        default: return HTTPResponse(.notImplemented, saying: "Unknown method.")
        }
    }
}

private extension Preview {
    func answer(toPath sent: String) -> HTTPResponse {
        guard let path = RequestPath(sentAs: sent) else {
            return HTTPResponse(.badRequest, saying: "This is not a valid path.")
        }
        switch String(decoding: path.bytes, as: UTF8.self) {
        case PreviewAssets.events: return HTTPResponse(events())
        case PreviewAssets.script:
            return HTTPResponse(.ok, MediaType.script, Array(PreviewAssets.scriptText.utf8))
        case PreviewAssets.style:
            return HTTPResponse(.ok, MediaType.style, Array(PreviewAssets.styleText.utf8))
        default: return page(at: path, sentAs: sent)
        }
    }

    func page(at path: RequestPath, sentAs sent: String) -> HTTPResponse {
        let page = PreviewPage(in: state)
        guard let site = state.site else {
            return HTTPResponse(.serviceUnavailable, MediaType.html, page.alone)
                .with("Content-Security-Policy", PreviewPage.policy)
        }
        switch site.place(at: path) {
        case .file(let path, let bytes):
            let type = MediaType.of(path)
            return HTTPResponse(.ok, type, type == MediaType.html ? page.adding(to: bytes) : bytes)
        case .folder:
            return HTTPResponse(.movedPermanently, saying: "This is a folder.").with("Location", sent + "/")
        case .nothing:
            return HTTPResponse(.notFound, MediaType.html, page.adding(to: site.notFoundPage))
        }
    }
}
