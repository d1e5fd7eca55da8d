import Synchronization

/// The HTML of each record in lists, made when it is first requested.
///
/// A record is in the lists of its month, its year, its components and its severity, and looks the same in all of them.
final class Entries: Sendable {
    private let made: Mutex<[HTML?]>

    /// Makes a store without any HTML.
    ///
    /// - Parameter count: the number of records.
    init(count: Int) {
        made = Mutex(Array(repeating: nil, count: count))
    }

    /// Returns the record's HTML.
    ///
    /// Two threads that request it at the same time may both make it; the results are the same.
    func html(at place: Int, orMake make: () -> HTML) -> HTML {
        if let html = made.withLock({ $0[place] }) { return html }
        let html = make()
        made.withLock { $0[place] = html }
        return html
    }
}
