import ArgumentParser
import Records
import StatusModel

/// The update of a record that a user means.
enum UpdateChoice: ExpressibleByArgument {
    /// The update of that number; the oldest is 1.
    case number(Int)
    /// The update of that instant; the last one if there are several.
    case time(Instant)

    init?(argument: String) {
        if let number = Int(argument) {
            self = .number(number)
        } else if let instant = Instant(writtenAs: argument) {
            self = .time(instant)
        } else {
            return nil
        }
    }

    /// Returns its place among the updates, or `nil` if there is none.
    func place(among updates: [Update]) -> Int? {
        switch self {
        case .number(let number): updates.indices.contains(number - 1) ? number - 1 : nil
        case .time(let instant): updates.lastIndex { $0.at == instant }
        }
    }
}
