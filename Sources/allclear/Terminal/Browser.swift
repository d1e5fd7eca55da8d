import Foundation

/// The person's web browser.
enum Browser {
    /// Asks the system to open an address in it. Where it has none, that is said.
    static func open(_ address: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [opener, address]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { if $0.terminationStatus != 0 { sayThereIsNone() } }
        do { try process.run() } catch { sayThereIsNone() }
    }

    private static func sayThereIsNone() {
        Talk().say("no browser could be opened by `\(opener)`: open the address by hand")
    }

    #if canImport(Darwin)
        private static let opener = "open"
    #else
        private static let opener = "xdg-open"
    #endif
}
