import Foundation

/// A program that this one starts. Foundation's way traps where the system has no descriptor or process left.
struct ChildProcess {
    fileprivate let id: pid_t

    /// Why a program was not started, or not heard: the system's own number.
    struct Failure: Error {
        let errno: Int32

        /// The system's words for it.
        var reason: String { String(cString: strerror(errno)) }
    }

    /// What a program's standard streams are.
    enum Streams {
        /// This program's own.
        case shared
        /// Nothing, but for what is read from and written into these descriptors.
        case apart(input: Int32? = nil, output: Int32?, errors: Int32?)
    }

    /// Starts a program.
    ///
    /// - Parameter words: its path and its arguments.
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

    /// Waits for its end.
    ///
    /// - Returns: its exit status; for one that a signal ended, 128 and the signal's number, as shells have it.
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
    /// How a program ended, and what it wrote.
    struct Answer {
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Runs a program to its end, or until it has written more than is wanted.
    ///
    /// - Parameter input: what it reads on standard input. It lies in a file without a name, as a program that waits for
    ///   its output to be read would not read a pipe.
    /// - Parameter limit: a program that has written more bytes than this is ended.
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

    /// A program whose output is read while it writes it. It is ended when nobody holds it any more.
    final class Listing {
        private let process: ChildProcess
        private let pipe: Pipe
        private var status: Int32?
        private var buffer: [UInt8] = []
        private var position = 0

        /// Starts a program.
        ///
        /// - Parameter words: its path and its arguments.
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

        /// Whether it wrote all it had to say. To be asked once it has been read to its end.
        var endedWell: Bool {
            if status == nil { status = try? process.exitStatus() }
            return status == 0
        }

        /// What it writes up to the next NUL; nothing at its end.
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

    /// Reads pipes at once: a program that fills one while another is waited for would stand still.
    private static func readToEnd(of descriptors: [Int32], limit: Int) -> [[UInt8]] {
        var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var written = descriptors.map { _ in [UInt8]() }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // A negative descriptor is one that has ended.
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

/// A pipe that is closed when it is no longer held; no program that is started gets its ends unasked.
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

    /// What is written next; nothing at the end, or where it cannot be read.
    func read() -> ArraySlice<UInt8>? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(reading, &bytes, bytes.count)
            if count > 0 { return bytes[..<count] }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Closes this program's own writing end: else the pipe would never end.
    func endWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }
}

/// A file that no path leads to, and that is gone once it is no longer held.
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
