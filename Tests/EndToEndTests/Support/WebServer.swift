import Foundation

/// A folder on a web server of this machine, for as long as the value lives.
final class WebServer {
    /// As in `http://127.0.0.1:40123`.
    let address: String
    private let process = Process()

    init(of folder: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "0"]
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // "Serving HTTP on 127.0.0.1 port 40123 (http://127.0.0.1:40123/) ..."
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = line.firstMatch(of: /port (\d+)/)?.1 else { throw CocoaError(.fileReadUnknown) }
        address = "http://127.0.0.1:\(port)"
    }

    deinit { process.terminate() }
}
