import Foundation

/// A standard stream for output.
///
/// Nothing else in the program writes to one.
enum StandardStream: Sendable {
    case output, error

    /// An error when writing to a stream.
    struct Failure: Error {
        let stream: StandardStream
        let errno: Int32
    }
}

extension StandardStream {
    var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

    /// Writes all bytes immediately, without buffering.
    func write(_ bytes: [UInt8]) throws(Failure) {
        if let errno = Self.write(bytes, to: descriptor) { throw Failure(stream: self, errno: errno) }
    }

    func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    /// Writes text while a signal is handled, without allocating memory.
    func writeAmidSignal(_ words: StaticString) {
        _ = Foundation.write(descriptor, words.utf8Start, words.utf8CodeUnitCount)
    }

    /// Whether colors are useful: at a terminal, unless NO_COLOR is set (https://no-color.org).
    var hasColors: Bool {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return !isRefused && environment["TERM"] != "dumb" && isatty(descriptor) == 1
    }

    /// Writes all bytes to an open file.
    ///
    /// - Returns: the error that prevented it, if any.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Another program that shares the stream may have made it non-blocking.
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&room, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Occupies the descriptors of streams that were closed before the program began with something that can be
    /// neither read nor written.
    ///
    /// Otherwise, the next file to be opened, such as a page of the site, would be taken for the stream.
    static func occupyClosed() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The new descriptor is the lowest free one, which is this one.
            _ = open("/", O_RDONLY)
        }
    }
}

extension StandardStream.Failure: CustomStringConvertible {
    /// A description of the error, in a sentence.
    var description: String {
        "standard \(stream == .output ? "output" : "error") cannot be written to: \(String(cString: strerror(errno)))"
    }
}
