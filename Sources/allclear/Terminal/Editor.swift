import Foundation

/// The editor that the person has chosen: VISUAL, else EDITOR, else `vi`.
struct Editor {
    private let command: String

    init() {
        let environment = ProcessInfo.processInfo.environment
        let chosen = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        command = chosen ?? "vi"
    }

    /// Opens the file, and waits for the editor to end.
    func open(_ path: String) throws {
        guard let status = run(["/bin/sh", "-c", command + " \"$1\"", "sh", path]), status == 0 else {
            throw Refusal(
                "the editor `\(command)` failed",
                hint: "`\(path)` stands as it was written; set EDITOR to the editor of your choice"
            )
        }
    }

    /// Runs the program in the terminal's foreground, which Foundation's Process leaves, so that an editor
    /// would be stopped at its first key.
    private func run(_ words: [String]) -> Int32? {
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        // Ctrl-C belongs to the editor while it runs.
        let interrupt = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, interrupt) }
        var process: pid_t = 0
        guard posix_spawn(&process, words[0], nil, nil, &arguments, environ) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        return status
    }
}
