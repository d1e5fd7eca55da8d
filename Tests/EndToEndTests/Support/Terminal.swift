import Foundation
import TestSupport

/// A terminal of a test's own, with the program in it and somebody who types.
enum Terminal {
    /// What a person would have seen, with line feeds alone at the ends of lines.
    struct Session {
        let status: Int32
        let screen: String
    }

    /// Runs the program there, or another.
    ///
    /// - Parameters:
    ///   - typing: all that is typed, at once: the program reads it line by line.
    ///   - delay: how many seconds after the program's start; 0 for before it.
    static func run(
        _ arguments: [String],
        by program: URL = Program.file,
        typing text: String,
        after delay: Int = 0,
        environment: [String: String] = [:]
    ) throws -> Session {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        let slave = open(try nameOfOtherEnd(of: master), O_RDWR | O_NOCTTY)
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        (process.standardInput, process.standardOutput, process.standardError) = (
            terminal, terminal, terminal
        )
        let send = { _ = text.withCString { write(master, $0, strlen($0)) } }
        if delay == 0 { send() }
        try process.run()
        if delay > 0 {
            sleep(UInt32(delay))
            send()
        }
        try terminal.close()
        let screen = readToEnd(of: master)
        close(master)
        process.waitForEnd()
        return Session(
            status: process.terminationStatus,
            screen: String(decoding: screen, as: UTF8.self).replacing("\r\n", with: "\n")
        )
    }

    private static func nameOfOtherEnd(of master: Int32) throws -> String {
        #if os(Linux)
            // Glibc declares `ptsname` only where it is asked to: these are what it does itself.
            var (unlocked, number): (Int32, Int32) = (0, 0)
            guard ioctl(master, UInt(TIOCSPTLCK), &unlocked) == 0, ioctl(master, UInt(TIOCGPTN), &number) == 0
            else {
                throw CocoaError(.featureUnsupported)
            }
            return "/dev/pts/\(number)"
        #else
            guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
                throw CocoaError(.featureUnsupported)
            }
            return String(cString: name)
        #endif
    }

    #if os(Linux)
        private static let (TIOCSPTLCK, TIOCGPTN) = (0x4004_5431, 0x8004_5430)
    #endif

    /// A terminal whose last program has ended gives an error in place of an end.
    private static func readToEnd(of master: Int32) -> [UInt8] {
        var (seen, buffer): ([UInt8], [UInt8]) = ([], .init(repeating: 0, count: 4_096))
        while true {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return seen }
            seen += buffer[..<count]
        }
    }
}
