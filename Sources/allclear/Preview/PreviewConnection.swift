import FlyingSocks
import Foundation

/// A connection of a browser: one request is read and answered, then the connection is closed.
struct PreviewConnection: Sendable {
    let socket: AsyncSocket
    let preview: Preview
}

extension PreviewConnection {
    /// Answers, unless the browser closes the connection first.
    func serve() async {
        defer { try? socket.close() }
        guard let head = try? await head(within: .seconds(10)) else { return }
        guard let request = HTTPRequest(reading: head) else {
            return await send(HTTPResponse(.badRequest, saying: "This is not a valid request."))
        }
        await send(await preview.answer(to: request), withBody: request.method != "HEAD")
    }
}

private extension PreviewConnection {
    /// Returns the part before the empty line, unless it takes longer: a client that sends nothing must not keep
    /// others waiting.
    func head(within limit: Duration) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await head() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw CancellationError()
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    /// Returns everything up to the empty line.
    ///
    /// If that is more than any browser sends, it is not a request.
    func head() async throws -> [UInt8] {
        var received: [UInt8] = []
        while received.count < 1 << 16 {
            received += try await socket.read(atMost: 4096)
            // A line may end without a carriage return.
            for end in ["\n\r\n", "\n\n"] {
                if let range = received.firstRange(of: end.utf8) {
                    return Array(received[..<range.lowerBound])
                }
            }
        }
        return []
    }

    func send(_ response: HTTPResponse, withBody hasBody: Bool = true) async {
        switch response.body {
        case .bytes(let bytes):
            try? await socket.write(Data(response.head + (hasBody ? bytes : [])))
        case .events(let events):
            try? await socket.write(Data(response.head))
            if hasBody { try? await send(events) }
        }
    }

    /// Sends the events until the page is closed.
    func send(_ events: AsyncStream<String>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await event in events { try await socket.write(Data(event.utf8)) }
            }
            group.addTask {
                while true { _ = try await socket.read(atMost: 4096) }
            }
            // After the page has been closed, nothing more can be read: the error ends both tasks.
            try await group.next()
            group.cancelAll()
        }
    }
}
