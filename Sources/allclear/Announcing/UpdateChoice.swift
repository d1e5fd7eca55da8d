import ArgumentParser
import Records
import StatusModel

/// Which update of a record a user means.
enum UpdateChoice: ExpressibleByArgument {
    /// The update of that number, the oldest being 1.
    case number(Int)
    /// The update of that instant; of several the last.
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

    /// Its place among the updates; nothing where there is none.
    func place(among updates: [Update]) -> Int? {
        switch self {
        case .number(let number): updates.indices.contains(number - 1) ? number - 1 : nil
        case .time(let instant): updates.lastIndex { $0.at == instant }
        }
    }
}
