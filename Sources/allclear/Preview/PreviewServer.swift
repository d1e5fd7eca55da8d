import FlyingSocks
import Foundation
import Synchronization

/// A server of the preview on a port of this computer, which no other computer can reach.
///
/// The sockets are FlyingFox's, but not its HTTP, which would link libcurl into the program.
struct PreviewServer: Sendable {
    /// The port: the one that was requested, or that the system chose.
    let port: UInt16
    private let pool: any AsyncSocketPool
    private let socket: AsyncSocket

    /// Opens the port.
    ///
    /// - Parameter port: the number of the port; 0 for any that is free.
    init(on port: UInt16) async throws {
        pool = SocketPool.make()
        try await pool.prepare()
        socket = try Self.listeningSocket(on: port, pool: pool)
        guard case .ip4(_, let port) = try socket.socket.sockname() else {
            throw SocketError.unsupportedAddress
        }
        self.port = port
    }
}

extension PreviewServer {
    /// Answers requests until the task is cancelled.
    func serve(_ preview: Preview) async throws {
        // A browser may close the connection during an answer, which must not end the program.
        signal(SIGPIPE, SIG_IGN)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await serveConnections(of: preview) }
            defer { try? socket.close() }
            try await group.next()
        }
    }

    /// Answers each connection in a task that leaves nothing behind when it ends.
    private func serveConnections(of preview: Preview) async throws {
        let count = Count()
        try await withThrowingDiscardingTaskGroup { connections in
            while !Task.isCancelled {
                while count.value.load(ordering: .relaxed) >= Self.mostConnections { try await Self.wait() }
                let connection = PreviewConnection(socket: try await accepted(), preview: preview)
                count.value.add(1, ordering: .relaxed)
                connections.addTask {
                    await connection.serve()
                    count.value.subtract(1, ordering: .relaxed)
                }
            }
        }
    }

    /// The site's address.
    var address: String { "http://127.0.0.1:\(port)/" }
}

/// The reason why a port cannot be listened on.
enum PortError: Error, Equatable {
    case taken(UInt16, next: UInt16?)
    case refused(UInt16, reason: String)
}

extension PortError: CustomStringConvertible {
    /// A description of the error, in a sentence.
    var description: String {
        switch self {
        case .taken(let port, _): "port \(port) is already in use, perhaps by another preview"
        case .refused(let port, let reason): "cannot listen on port \(port): \(reason)"
        }
    }

    /// A way to fix it.
    var hint: String {
        switch self {
        case .taken(_, let next?): "use `--port \(next)`, which is free"
        case .taken, .refused: "use `--port 0` for any free port"
        }
    }
}

private extension PreviewServer {
    /// The maximum number of connections at a time: half of the files that may be open, because the site is read
    /// meanwhile.
    static var mostConnections: Int { max(1, sysconf(Int32(_SC_OPEN_MAX)) / 2) }

    /// Returns the next connection.
    ///
    /// It waits while the system has no room for another, and skips one that is closed before it is accepted.
    func accepted() async throws -> AsyncSocket {
        while true {
            do {
                return try await socket.accept()
            } catch SocketError.failed(_, let code, _) where [EMFILE, ENFILE, ECONNABORTED].contains(code) {
                try await Self.wait()
            }
        }
    }

    /// Waits for answers in progress to end.
    static func wait() async throws { try await Task.sleep(for: .milliseconds(100)) }

    /// The number of open connections.
    final class Count: Sendable {
        let value = Atomic(0)
    }

    static func listeningSocket(on port: UInt16, pool: some AsyncSocketPool) throws -> AsyncSocket {
        do {
            let socket = try boundSocket(on: port)
            try socket.listen()
            return try AsyncSocket(socket: socket, pool: pool)
        } catch SocketError.failed(_, let code, let reason) {
            guard code == EADDRINUSE else { throw PortError.refused(port, reason: reason) }
            throw PortError.taken(port, next: freePort(after: port))
        }
    }

    static func boundSocket(on port: UInt16) throws -> Socket {
        let socket = try Socket(domain: AF_INET)
        do {
            // The remains of a preview that has just ended must not block the port.
            try socket.setValue(true, for: .localAddressReuse)
            let loopback: sockaddr_in = try .inet(ip4: "127.0.0.1", port: port)
            try socket.bind(to: loopback)
        } catch {
            try? socket.close()
            throw error
        }
        return socket
    }

    static func freePort(after port: UInt16) -> UInt16? {
        (port...(.max)).dropFirst().prefix(100).first { port in
            let socket = try? boundSocket(on: port)
            try? socket?.close()
            return socket != nil
        }
    }
}
