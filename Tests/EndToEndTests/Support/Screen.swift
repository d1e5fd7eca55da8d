import Foundation

/// A terminal whose screen is read by a test.
final class Screen {
    /// The end that programs write to.
    let descriptor: Int32
    /// The same as a file.
    let path: String
    /// All that was written to it.
    private(set) var written = ""
    private let reader: Int32

    init() throws {
        var ends: (reader: Int32, writer: Int32) = (-1, -1)
        guard openpty(&ends.reader, &ends.writer, nil, nil, nil) == 0, let name = ttyname(ends.writer) else {
            throw NothingCame()
        }
        (reader, descriptor, path) = (ends.reader, ends.writer, String(cString: name))
    }

    deinit {
        close(descriptor)
        close(reader)
    }
}

extension Screen {
    /// Returns when the words have been written.
    func wait(for words: String) throws {
        try eventually { try read(within: 50) && written.contains(words) ? () : nil }
    }

    /// What a person sees when all is written: of lines that were written over, the last.
    func screen() throws -> String {
        while try read(within: 200) {}
        let lines = written.components(separatedBy: "\r\n").map { line in
            // Each writing begins at the line's start, and clears what it leaves.
            line.components(separatedBy: "\r").last?.replacingOccurrences(of: "\u{1B}[K", with: "") ?? ""
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Whether something came.
    private func read(within milliseconds: Int32) throws -> Bool {
        var waiting = [pollfd(fd: reader, events: Int16(POLLIN), revents: 0)]
        guard poll(&waiting, 1, milliseconds) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(reader, &buffer, buffer.count)
        guard count > 0 else { return false }
        written += String(decoding: buffer[..<count], as: UTF8.self)
        return true
    }
}
