import Foundation
import Testing

/// A server that takes messages, as chats do.
struct Inbox {
    /// Where it listens on this machine.
    let port: Int
    private let process: Process
    private let folder: String

    init(in folder: String) throws {
        self.folder = folder
        try Self.program.write(toFile: folder + "/inbox.py", atomically: true, encoding: .utf8)
        try "".write(toFile: folder + "/refused", atomically: true, encoding: .utf8)
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", folder + "/inbox.py", folder]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.split(separator: "\n").first ?? ""))
    }

    func close() { process.terminate() }

    /// Has it refuse what comes to that path, and nothing else.
    func refuse(_ path: String) throws {
        try path.write(toFile: folder + "/refused", atomically: true, encoding: .utf8)
    }

    /// What it has taken, the oldest first.
    func received() throws -> [(path: String, body: String)] {
        let text = (try? String(contentsOfFile: folder + "/received", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return (String(parts[0]), String(parts[1]))
        }
    }

    private static let program = """
        import http.server, sys
        folder = sys.argv[1]
        class Inbox(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                refused = open(folder + "/refused").read()
                if self.path == refused:
                    self.send_response(500)
                else:
                    open(folder + "/received", "a").write(self.path + " " + body + "\\n")
                    self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()
            def log_message(self, *arguments):
                pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Inbox)
        print(server.server_port, flush=True)
        server.serve_forever()
        """
}
