import Dispatch

/// The person's web browser.
enum Browser {
    /// Asks the system to open an address, and says so if it has no browser.
    static func open(_ address: String) {
        let words = ["/usr/bin/env", opener, address]
        DispatchQueue.global().async {
            let process = try? ChildProcess(words, streams: .apart(output: nil, errors: nil))
            if (try? process?.exitStatus()) != 0 { sayThereIsNone() }
        }
    }

    private static func sayThereIsNone() {
        try? Console().say("`\(opener)` could not open a browser: open the address yourself")
    }

    #if canImport(Darwin)
        private static let opener = "open"
    #else
        private static let opener = "xdg-open"
    #endif
}
