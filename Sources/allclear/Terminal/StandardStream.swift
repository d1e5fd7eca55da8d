import Foundation

/// A stream that the program writes to. Nothing else in the program writes to one.
enum StandardStream: Sendable {
    case output, error

    /// Why a stream cannot be written to.
    struct Failure: Error {
        let stream: StandardStream
        let errno: Int32
    }
}

extension StandardStream {
    var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

    /// Writes all of it, at once: nothing is kept back.
    func write(_ bytes: [UInt8]) throws(Failure) {
        if let errno = Self.write(bytes, to: descriptor) { throw Failure(stream: self, errno: errno) }
    }

    func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    /// Writes words while a signal is handled: nothing is allocated.
    func writeAmidSignal(_ words: StaticString) {
        _ = Foundation.write(descriptor, words.utf8Start, words.utf8CodeUnitCount)
    }

    /// Whether colors help there: at a terminal, unless NO_COLOR is set (https://no-color.org).
    var hasColors: Bool {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return !isRefused && environment["TERM"] != "dumb" && isatty(descriptor) == 1
    }

    /// Writes all of it to an open file.
    ///
    /// - Returns: the error that kept it from doing so.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Whoever shares the stream may have made it one that does not wait.
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&room, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Gives the places of streams that were closed before the program began to something that can be neither read
    /// nor written: else the next file to be opened, a page of the site perhaps, would be taken for the stream.
    static func occupyClosed() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // It gets the lowest number that is free, which is this one.
            _ = open("/", O_RDONLY)
        }
    }
}

extension StandardStream.Failure: CustomStringConvertible {
    /// What is wrong, in a sentence.
    var description: String {
        "standard \(stream == .output ? "output" : "error") cannot be written to: \(String(cString: strerror(errno)))"
    }
}
