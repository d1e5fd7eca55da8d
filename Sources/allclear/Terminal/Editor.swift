import Foundation

/// The editor that the person has chosen: VISUAL, or else EDITOR, or else `vi`.
struct Editor {
    private let command: String

    init() {
        let environment = ProcessInfo.processInfo.environment
        let chosen = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        command = chosen ?? "vi"
    }

    /// Opens the file, and waits for the editor to end.
    func open(_ path: String) throws {
        guard try run(["/bin/sh", "-c", command + " \"$1\"", "sh", path]) == 0 else {
            throw CommandError(
                "the editor `\(command)` failed",
                hint: "`\(path)` still has the version from before you edited it; "
                    + "set EDITOR to use another editor"
            )
        }
    }

    /// Runs the program in the terminal's foreground.
    ///
    /// Foundation's `Process` runs programs in the background, where an editor would be stopped at its first key.
    private func run(_ words: [String]) throws -> Int32 {
        // Ctrl-C belongs to the editor while it runs.
        let interrupt = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, interrupt) }
        do {
            return try ChildProcess(words, streams: .shared).exitStatus()
        } catch {
            throw CommandError("the editor `\(command)` cannot be run: \(error.reason)")
        }
    }
}
