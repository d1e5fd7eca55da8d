import FlyingSocks
import Foundation
import TestSupport

/// `allclear serve`, run as a process of its own on a port that the system chose.
final class PreviewProcess {
    let port: UInt16
    private let process: Process
    private let scratch: Scratch
    /// Kept as long as it is shown.
    private let site: SmallSite?

    convenience init(
        of site: SmallSite,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws {
        try self.init(of: site.path, arguments, environment: environment, keeping: site)
    }

    init(
        of folder: String,
        _ arguments: [String] = [],
        environment: [String: String] = [:],
        keeping site: SmallSite? = nil
    ) throws {
        self.site = site
        scratch = try Scratch()
        process = try Program.start(
            ["serve", "--site", folder, "--port", "0"] + arguments,
            environment: environment,
            errors: scratch.path + "/error"
        )
        let (process, file) = (process, scratch.path + "/error")
        port = try eventually {
            guard process.isRunning else { throw Stopped() }
            let words = try String(contentsOfFile: file, encoding: .utf8)
            let address = words.firstMatch(of: /at http:\/\/127\.0\.0\.1:([0-9]+)\//)
            return address.flatMap { UInt16($0.1) }
        }
    }

    deinit { process.terminate() }

    /// What the terminal has been told.
    var words: String {
        get throws { try String(contentsOfFile: scratch.path + "/error", encoding: .utf8) }
    }

    /// How much memory it has, in KiB.
    var memory: Int {
        get throws {
            let status = try String(
                contentsOfFile: "/proc/\(process.processIdentifier)/status",
                encoding: .utf8
            )
            guard let size = status.firstMatch(of: /VmRSS:\s+([0-9]+) kB/).flatMap({ Int($0.1) }) else {
                throw Stopped()
            }
            return size
        }
    }

    /// From now on it may have no more files and connections open than that.
    func allow(openFiles count: Int) throws {
        let limit = Process()
        limit.executableURL = URL(filePath: "/usr/bin/env")
        limit.arguments = ["prlimit", "--pid", "\(process.processIdentifier)", "--nofile=\(count)"]
        try limit.run()
        limit.waitForEnd()
        guard limit.terminationStatus == 0 else { throw Stopped() }
    }

    /// Ends it as Ctrl-C does.
    ///
    /// - Returns: its exit status; nothing if the signal killed it.
    func interrupt() -> Int32? {
        process.interrupt()
        process.waitForEnd()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    private struct Stopped: Error {}
}

extension PreviewProcess {
    /// The answer to a request for a path, sent as it is.
    func get(_ path: String, method: String = "GET", host: String? = "localhost") throws -> HTTPAnswer {
        let lines = ["\(method) \(path) HTTP/1.1"] + (host.map { ["Host: \($0)"] } ?? [])
        return try HTTPAnswer(to: lines + ["Connection: close"], on: port)
    }

    /// The events that an open page gets.
    func events() throws -> EventReader { try EventReader(on: port) }
}

/// Calls until there is a result. A minute without one is an error, far more than any machine takes.
func eventually<Result>(_ attempt: () throws -> Result?) throws -> Result {
    for _ in 0..<1200 {
        if let result = try attempt() { return result }
        usleep(50_000)
    }
    throw NothingCame()
}

struct NothingCame: Error {}
