import Foundation

/// A program that this one starts.
///
/// Foundation's `Process` traps if the system has no descriptor or process left.
struct ChildProcess {
    fileprivate let id: pid_t

    /// The reason why a program was not started, or its output not read: the system's error number.
    struct Failure: Error {
        let errno: Int32

        /// The system's description of the error.
        var reason: String { String(cString: strerror(errno)) }
    }

    /// The standard streams of a program.
    enum Streams {
        /// The streams of this program.
        case shared
        /// No streams, except these descriptors.
        case apart(input: Int32? = nil, output: Int32?, errors: Int32?)
    }

    /// Starts a program.
    ///
    /// - Parameter words: the path of the program, and its arguments.
    init(_ words: [String], environment: [String: String]? = nil, streams: Streams) throws(Failure) {
        var arguments = words.map { strdup($0) } + [nil]
        var variables = (environment ?? [:]).map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        streams.prepare(&actions)
        var id: pid_t = 0
        let code =
            environment == nil
            ? posix_spawn(&id, words[0], &actions, nil, &arguments, environ)
            : posix_spawn(&id, words[0], &actions, nil, &arguments, &variables)
        guard code == 0 else { throw Failure(errno: code) }
        self.id = id
    }

    /// Waits for the program to end.
    ///
    /// - Returns: its exit status; if a signal ended it, 128 plus the signal's number, as in shells.
    func exitStatus() throws(Failure) -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 { guard errno == EINTR else { throw Failure(errno: errno) } }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}

extension ChildProcess.Streams {
    fileprivate func prepare(_ actions: inout posix_spawn_file_actions_t) {
        guard case .apart(let input, let output, let errors) = self else { return }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        for (descriptor, stream) in [(output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
            if let descriptor {
                posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
            } else {
                posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
            }
        }
    }
}

extension ChildProcess {
    /// The exit status of a program, with everything it wrote.
    struct Answer {
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Runs a program until it ends, or until it has written more than the limit.
    ///
    /// - Parameter input: the contents of its standard input. They are in a file without a name: a program that
    ///   waits until its output is read would not read a pipe.
    /// - Parameter limit: the number of bytes; a program that has written more is ended.
    static func answer(
        of words: [String],
        environment: [String: String],
        input: [UInt8] = [],
        limit: Int = .max
    ) throws(Failure) -> Answer {
        let (output, errors) = (try Pipe(), try Pipe())
        let file = try input.isEmpty ? nil : NamelessFile(holding: input)
        let process = try ChildProcess(
            words,
            environment: environment,
            streams: .apart(input: file?.descriptor, output: output.writing, errors: errors.writing)
        )
        output.endWriting()
        errors.endWriting()
        let written = readToEnd(of: [output.reading, errors.reading], limit: limit)
        if written.contains(where: { $0.count > limit }) { kill(process.id, SIGKILL) }
        return Answer(status: try process.exitStatus(), output: written[0], errors: written[1])
    }

    /// A program whose output is read while it writes.
    ///
    /// It is ended when the listing is released.
    final class Listing {
        private let process: ChildProcess
        private let pipe: Pipe
        private var status: Int32?
        private var buffer: [UInt8] = []
        private var position = 0

        /// Starts a program.
        ///
        /// - Parameter words: the path of the program, and its arguments.
        init(of words: [String], environment: [String: String]) throws(Failure) {
            pipe = try Pipe()
            process = try ChildProcess(
                words,
                environment: environment,
                streams: .apart(output: pipe.writing, errors: nil)
            )
            pipe.endWriting()
        }

        deinit {
            guard status == nil else { return }
            kill(process.id, SIGKILL)
            _ = try? process.exitStatus()
        }

        /// Whether the program succeeded.
        ///
        /// Call it only after all output has been read.
        var endedWell: Bool {
            if status == nil { status = try? process.exitStatus() }
            return status == 0
        }

        /// Returns the output up to the next NUL, or `nil` at the end.
        func next() -> ArraySlice<UInt8>? {
            var searched = position
            while true {
                if let end = buffer[searched...].firstIndex(of: 0) {
                    defer { position = end + 1 }
                    return buffer[position..<end]
                }
                buffer.removeSubrange(..<position)
                (searched, position) = (buffer.count, 0)
                guard let more = pipe.read() else { return nil }
                buffer += more
            }
        }
    }

    /// Reads pipes concurrently: a program that fills one while this one waits for the other would never end.
    private static func readToEnd(of descriptors: [Int32], limit: Int) -> [[UInt8]] {
        var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var written = descriptors.map { _ in [UInt8]() }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // A negative descriptor marks a pipe that has ended.
        while waiting.contains(where: { $0.fd >= 0 }), written.allSatisfy({ $0.count <= limit }) {
            if poll(&waiting, nfds_t(waiting.count), -1) < 0, errno != EINTR { break }
            for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                waiting[index].revents = 0
                let count = read(waiting[index].fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count > 0 { written[index] += buffer[..<count] } else { waiting[index].fd = -1 }
            }
        }
        return written
    }
}

/// A pipe that is closed when it is released; other programs that are started do not inherit its ends.
private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    init() throws(ChildProcess.Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ChildProcess.Failure(errno: errno) }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        endWriting()
        close(reading)
    }

    /// Returns what is written next, or `nil` at the end or if it cannot be read.
    func read() -> ArraySlice<UInt8>? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(reading, &bytes, bytes.count)
            if count > 0 { return bytes[..<count] }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Closes this program's writing end: otherwise the pipe would never end.
    func endWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }
}

/// A file without a path, which disappears when it is released.
private final class NamelessFile {
    let descriptor: Int32

    init(holding bytes: [UInt8]) throws(ChildProcess.Failure) {
        guard let file = tmpfile() else { throw ChildProcess.Failure(errno: errno) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
            throw ChildProcess.Failure(errno: errno)
        }
        descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw ChildProcess.Failure(errno: errno)
        }
    }

    deinit { close(descriptor) }
}
