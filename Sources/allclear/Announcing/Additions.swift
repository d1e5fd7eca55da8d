import StatusModel

extension [Update] {
    /// The places of the updates that an earlier version of the record does not have.
    ///
    /// An update is one of before if it has an earlier one's instant and phase, or else its text, or else its
    /// instant: whoever corrects the words or the time of an update has added none.
    func additions(since earlier: [Update]) -> [Int] {
        var (added, left) = (Array<Int>(indices), earlier)
        for isSame in [Update.hasInstantAndPhase, Update.hasText, Update.hasInstant] {
            added.removeAll { place in
                guard let match = left.firstIndex(where: { isSame(self[place], $0) }) else { return false }
                left.remove(at: match)
                return true
            }
        }
        return added
    }
}

private extension Update {
    static func hasInstantAndPhase(_ one: Update, of other: Update) -> Bool {
        one.at == other.at && one.phase == other.phase
    }

    static func hasText(_ one: Update, of other: Update) -> Bool {
        !one.prose.text.isEmpty && one.prose.text == other.prose.text
    }

    static func hasInstant(_ one: Update, of other: Update) -> Bool { one.at == other.at }
}
