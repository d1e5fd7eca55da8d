import Synchronization

/// The HTML of each record in a list, made when it is first asked for: a record stands in its month, in its
/// year, with its components and with its severity, and looks the same in all of them.
final class Entries: Sendable {
    private let made: Mutex<[HTML?]>

    /// - Parameter count: how many records there are.
    init(count: Int) {
        made = Mutex(Array(repeating: nil, count: count))
    }

    /// The record's HTML. Two threads that ask for it at once may both make it, and make the same.
    func html(at place: Int, orMake make: () -> HTML) -> HTML {
        if let html = made.withLock({ $0[place] }) { return html }
        let html = make()
        made.withLock { $0[place] = html }
        return html
    }
}
