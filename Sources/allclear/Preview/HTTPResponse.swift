/// An answer, after which the connection is closed.
struct HTTPResponse {
    let status: Status
    private let type: String
    let body: Body
    private var headers: [(name: String, value: String)] = []

    /// The part after the headers.
    enum Body {
        case bytes([UInt8])
        /// Server-sent events, as they occur.
        case events(AsyncStream<String>)
    }

    /// The status codes of the preview.
    enum Status: String {
        case ok = "200 OK"
        case movedPermanently = "301 Moved Permanently"
        case badRequest = "400 Bad Request"
        case notFound = "404 Not Found"
        case methodNotAllowed = "405 Method Not Allowed"
        case misdirectedRequest = "421 Misdirected Request"
        case notImplemented = "501 Not Implemented"
        case serviceUnavailable = "503 Service Unavailable"
    }
}

extension HTTPResponse {
    init(_ status: Status, _ type: String, _ bytes: [UInt8]) {
        (self.status, self.type, body) = (status, type, .bytes(bytes))
    }

    /// Makes a response with a line of text.
    init(_ status: Status, saying words: String) {
        self.init(status, MediaType.text, Array((words + "\n").utf8))
    }

    init(_ events: AsyncStream<String>) {
        (status, type, body) = (.ok, MediaType.events, .events(events))
    }

    /// Returns the same response with another header.
    func with(_ name: String, _ value: String) -> HTTPResponse {
        var response = self
        response.headers.append((name, value))
        return response
    }

    /// The part before the body.
    var head: [UInt8] {
        var lines = ["HTTP/1.1 \(status.rawValue)", "Content-Type: \(type)", "Cache-Control: no-store"]
        if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
        // No other site's page may load unpublished content, such as an image or a script.
        lines += ["Cross-Origin-Resource-Policy: same-origin"]
        lines += ["X-Content-Type-Options: nosniff", "Connection: close"]
        lines += headers.map { "\($0.name): \($0.value)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
