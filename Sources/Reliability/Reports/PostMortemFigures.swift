/// The post-mortems of the incidents that started within a period.
public struct PostMortemFigures: Sendable, Hashable {
    /// The number of required post-mortems that were published, including late ones.
    public internal(set) var done = 0
    /// The number of those that were published late.
    public internal(set) var doneLate = 0
    /// The number of required post-mortems that can still be published in time.
    public internal(set) var due = 0
    /// The places of incidents whose required post-mortem is overdue, earliest start first.
    public internal(set) var overdue: [Int] = []
    /// The number of open incidents that will require one.
    public internal(set) var toCome = 0
    /// The number of post-mortems that were published although the policy does not require them.
    public internal(set) var voluntary = 0
    /// Whether a required post-mortem is internal, on a page for the public.
    ///
    /// Then nothing may be said about it, not even by a total that does not include it.
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
