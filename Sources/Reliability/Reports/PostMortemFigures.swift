/// The post-mortems of the incidents that started within a period.
public struct PostMortemFigures: Sendable, Hashable {
    /// Those that the policy requires and that were published, the late ones too.
    public internal(set) var done = 0
    /// How many of those were published after their time.
    public internal(set) var doneLate = 0
    /// Those that are required and can still be published in time.
    public internal(set) var due = 0
    /// Those whose time has passed, by the incidents' places, the earliest start first.
    public internal(set) var overdue: [Int] = []
    /// Incidents that are still open and will require one.
    public internal(set) var toCome = 0
    /// Those that were published though the policy does not require them.
    public internal(set) var voluntary = 0
    /// Whether any that the policy requires is internal, on a page for the public: of it nothing may be said, not even by a
    /// total without it.
    public internal(set) var hasInternal = false
}

extension PostMortemFigures {
    mutating func add(_ compliance: PolicyCompliance, at place: Int) {
        for judgement in compliance.judgements where judgement.rule == .postMortem {
            switch (judgement.doneAt, judgement.verdict) {
            case (.some, .missed): (done, doneLate) = (done + 1, doneLate + 1)
            case (.some, _): done += 1
            case (nil, .missed): overdue.append(place)
            case (nil, _): due += 1
            }
        }
    }
}
