import FlyingSocks
import Foundation

/// What a server sent, byte by byte.
struct HTTPAnswer {
    let status: Int
    /// By name in lower case.
    let headers: [String: String]
    let body: [UInt8]

    /// Sends lines as they are, and reads until the server closes the connection.
    init(to lines: [String], endedBy lineEnd: String = "\r\n", on port: UInt16) throws {
        let connection = try Connection(on: port)
        try connection.send(lines, endedBy: lineEnd)
        self.init(reading: try connection.readToEnd())
    }

    private init(reading bytes: [UInt8]) {
        let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) ?? bytes.count..<bytes.count
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let fields = lines.dropFirst().compactMap { line in
            line.firstIndex(of: ":").map {
                (line[..<$0].lowercased(), line[$0...].dropFirst().trimmingCharacters(in: .whitespaces))
            }
        }
        status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
        headers = Dictionary(fields) { $1 }
        body = Array(bytes[end.upperBound...])
    }
}

extension HTTPAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// The versions that a page under preview is told.
final class EventReader {
    private let connection: Connection
    private var text = ""

    init(on port: UInt16) throws {
        connection = try Connection(on: port)
        try connection.send(["GET /.allclear-preview/events HTTP/1.1", "Host: localhost"])
    }

    /// Waits for the next one.
    func version() throws -> String {
        // What comes every few seconds to keep the connection up is no version.
        for _ in 0..<10 {
            if let event = text.firstMatch(of: /data: ([0-9a-f]+)\n\n/) {
                defer { text.removeSubrange(..<event.range.upperBound) }
                return String(event.1)
            }
            guard let bytes = try connection.read() else { throw NothingCame() }
            text += String(decoding: bytes, as: UTF8.self)
        }
        throw NothingCame()
    }

    /// Waits until something holds, and looks at each event alone: as a page does that reloads.
    func wait(until isSo: () throws -> Bool) throws {
        repeat { _ = try version() } while try !isSo()
    }
}

/// A connection to a port of this computer.
final class Connection {
    private let socket: Socket

    init(on port: UInt16) throws {
        socket = try Socket(domain: AF_INET)
        let address: sockaddr_in = try .inet(ip4: "127.0.0.1", port: port)
        try socket.connect(to: address)
    }

    deinit { try? socket.close() }

    func send(_ lines: [String], endedBy lineEnd: String = "\r\n") throws {
        let request = Data((lines.joined(separator: lineEnd) + lineEnd + lineEnd).utf8)
        var sent = request.startIndex
        while sent < request.endIndex { sent = try socket.write(request, from: sent) }
    }

    /// Next steps; nothing at the end. A minute without anything is an error.
    func read() throws -> [UInt8]? {
        var waiting = [pollfd(fd: socket.file.rawValue, events: Int16(POLLIN), revents: 0)]
        guard poll(&waiting, 1, 60_000) > 0 else { throw NothingCame() }
        do {
            return try socket.read(atMost: 65536)
        } catch SocketError.disconnected {
            return nil
        }
    }

    func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let more = try read() { bytes += more }
        return bytes
    }
}
