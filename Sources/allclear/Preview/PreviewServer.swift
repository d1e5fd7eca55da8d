import FlyingFox
import FlyingSocks
import Foundation

/// The preview on a port of this computer, which no other one can reach.
struct PreviewServer: Sendable {
    private let port: UInt16
    private let server: HTTPServer

    /// - Parameter port: 0 for any that is free.
    init(of preview: Preview, on port: UInt16) throws {
        self.port = port
        server = HTTPServer(
            address: try Self.address(of: port),
            logger: Self.noLog,
            handler: PreviewHandler(preview: preview)
        )
    }

    /// Why a port cannot be listened on.
    enum PortError: Error, Equatable {
        case taken(UInt16, next: UInt16?)
        case refused(UInt16, reason: String)
    }
}

extension PreviewServer {
    /// Answers requests until the task is cancelled.
    func run() async throws {
        do {
            try await server.run()
        } catch SocketError.failed(_, let code, let reason) where !Task.isCancelled {
            guard code == EADDRINUSE else { throw PortError.refused(port, reason: reason) }
            throw PortError.taken(port, next: Self.freePort(after: port))
        }
    }

    /// The site's address, as soon as it is answered at.
    var address: String {
        get async throws {
            try await server.waitUntilListening()
            guard case .ip4(let host, let port) = await server.listeningAddress else {
                throw SocketError.disconnected
            }
            return "http://\(host):\(port)/"
        }
    }
}

extension PreviewServer.PortError: CustomStringConvertible {
    /// What is wrong, in a sentence.
    var description: String {
        switch self {
        case .taken(let port, _): "port \(port) is taken by another program, or by another preview"
        case .refused(let port, let reason): "port \(port) cannot be listened on: \(reason)"
        }
    }

    /// What to write instead.
    var hint: String {
        switch self {
        case .taken(_, let next?): "write `--port \(next)`, which is free"
        case .taken, .refused: "write `--port 0` for any port that is free"
        }
    }
}

private extension PreviewServer {
    static func address(of port: UInt16) throws -> sockaddr_in {
        try .inet(ip4: "127.0.0.1", port: port)
    }

    static var noLog: DisabledLogger { .disabled }

    static func freePort(after port: UInt16) -> UInt16? {
        (port...(.max)).dropFirst().prefix(100).first { isFree($0) }
    }

    static func isFree(_ port: UInt16) -> Bool {
        guard let socket = try? Socket(domain: AF_INET) else { return false }
        defer { try? socket.close() }
        return (try? socket.bind(to: address(of: port))) != nil
    }
}
