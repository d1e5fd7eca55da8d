import Foundation
import Synchronization

/// A bar on the terminal's last line: `writing files [=========>          ]  4200 of 8400`.
struct ProgressBar {
    let name: String
    let count: Int
    private let terminal: Int32
    private var isDrawn = false

    init(name: String, count: Int, on terminal: Int32 = STDERR_FILENO) {
        (self.name, self.count, self.terminal) = (name, count, terminal)
    }
}

extension ProgressBar {
    /// Draws the bar over the previous one.
    mutating func draw(_ done: Int) {
        isDrawn = true
        Self.isBeingDrawn.store(true, ordering: .sequentiallyConsistent)
        if !Self.isErasedForGood.load(ordering: .sequentiallyConsistent) {
            Self.write("\r" + line(done, columns: columns - 1) + "\u{1B}[K", on: terminal)
        }
        Self.isBeingDrawn.store(false, ordering: .sequentiallyConsistent)
    }

    /// Erases the bar.
    mutating func erase() {
        if isDrawn { Self.write("\r\u{1B}[K", on: terminal) }
        isDrawn = false
    }

    /// Erases the bar when the program is interrupted, whatever it is doing.
    ///
    /// It takes no lock, but waits for a bar that another thread is drawing.
    static func eraseForGood(on terminal: Int32) {
        isErasedForGood.store(true, ordering: .sequentiallyConsistent)
        while isBeingDrawn.load(ordering: .sequentiallyConsistent) {}
        write("\r\u{1B}[K", on: terminal)
    }

    /// Returns the line for the given number of columns: without the bar if there is no room for it, or even
    /// without words.
    func line(_ done: Int, columns: Int) -> String {
        let total = String(count)
        let figure = String(repeating: " ", count: max(0, total.count - String(done).count)) + String(done)
        let words = "\(figure) of \(total)"
        let room = columns - name.count - words.count - 4
        guard room >= 10 else { return String("\(name) \(words)".prefix(max(0, columns))) }
        let length = min(room, 40)
        let full = length * min(done, count) / max(1, count)
        let bar = String(repeating: "=", count: full) + String(repeating: " ", count: length - full)
        return "\(name) [\(bar)] \(words)"
    }
}

private extension ProgressBar {
    /// The present width of the terminal, whose window may be resized.
    var columns: Int {
        var size = winsize()
        guard ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    static let isBeingDrawn = Atomic(false)
    static let isErasedForGood = Atomic(false)

    static func write(_ text: String, on terminal: Int32) {
        // If the bar cannot be drawn, nothing is lost.
        _ = StandardStream.write(Array(text.utf8), to: terminal)
    }
}
