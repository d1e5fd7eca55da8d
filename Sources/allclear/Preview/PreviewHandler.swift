import FlyingFox
import Foundation

/// Answers browsers as a plain web host would, out of memory.
struct PreviewHandler: HTTPHandler {
    let preview: Preview

    func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        let response = await answer(to: request)
        return request.method == .HEAD ? response.withoutBody : response
    }
}

private extension PreviewHandler {
    func answer(to request: HTTPRequest) async -> HTTPResponse {
        guard request.isForThisHost else {
            return .words(.misdirectedRequest, "This is a preview for this computer alone.")
        }
        guard request.method == .GET || request.method == .HEAD else {
            return .words(.methodNotAllowed, "Pages are only read here.").with(
                "GET, HEAD",
                for: HTTPHeader("Allow")
            )
        }
        guard let path = RequestPath(sentAs: request.target.path()) else {
            return .words(.badRequest, "This is no path of a page.")
        }
        switch String(decoding: path.bytes, as: UTF8.self) {
        case PreviewAssets.events: return .events(await preview.events())
        case PreviewAssets.script: return .file(.ok, MediaType.script, Array(PreviewAssets.scriptText.utf8))
        case PreviewAssets.style: return .file(.ok, MediaType.style, Array(PreviewAssets.styleText.utf8))
        default: return page(at: path, asked: request, in: await preview.state)
        }
    }

    func page(at path: RequestPath, asked request: HTTPRequest, in state: PreviewState) -> HTTPResponse {
        let page = PreviewPage(in: state)
        guard let site = state.site else {
            return .file(.serviceUnavailable, MediaType.html, page.alone)
                .with(PreviewPage.policy, for: HTTPHeader("Content-Security-Policy"))
        }
        switch site.place(at: path) {
        case .file(let path, let bytes):
            let type = MediaType.of(path)
            return .file(.ok, type, type == MediaType.html ? page.adding(to: bytes) : bytes)
        case .folder:
            return .words(.movedPermanently, "It is a folder.")
                .with(request.target.path() + "/", for: .location)
        case .nothing:
            return .file(.notFound, MediaType.html, page.adding(to: site.notFoundPage))
        }
    }
}

extension HTTPRequest {
    /// Whether the browser was sent here by this computer's own name: another one can be made to lead here
    /// by whoever owns it, and its pages would then read the preview.
    fileprivate var isForThisHost: Bool {
        guard let host = headers[.host]?.lowercased() else { return version != .http11 }
        let isName = ["localhost", "127.0.0.1", "[::1]"].map { host == $0 || host.hasPrefix($0 + ":") }
        return isName.contains(true)
    }
}

extension HTTPResponse {
    fileprivate static func file(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
        // In one piece: the system holds back the second of two small ones.
        let body = HTTPBodySequence(data: Data(bytes), suggestedBufferSize: max(1, bytes.count))
        return HTTPResponse(statusCode: status, headers: headers(for: type), body: body)
    }

    fileprivate static func words(_ status: HTTPStatusCode, _ words: String) -> HTTPResponse {
        file(status, MediaType.text, Array((words + "\n").utf8))
    }

    fileprivate static func events(_ events: AsyncStream<String>) -> HTTPResponse {
        HTTPResponse(
            statusCode: .ok,
            headers: headers(for: MediaType.events),
            body: HTTPBodySequence(from: EventStream(events: events))
        )
    }

    fileprivate func with(_ value: String, for header: HTTPHeader) -> HTTPResponse {
        var response = self
        response.headers[header] = value
        return response
    }

    /// The same headers, the length with them, and nothing after them.
    fileprivate var withoutBody: HTTPResponse {
        guard case .httpBody(let body) = payload else { return self }
        let head = HTTPResponse(statusCode: statusCode, headers: headers)
        return body.count.map { head.with(String($0), for: .contentLength) } ?? head
    }

    private static func headers(for type: String) -> HTTPHeaders {
        [.contentType: type, .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff"]
    }
}
