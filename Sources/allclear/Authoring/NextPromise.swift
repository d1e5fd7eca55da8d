import ArgumentParser
import Records
import StatusModel

/// The time for which the next update is promised: by an option, by the policy, or in answer to a question.
struct NextPromise {
    /// The word for the policy's own interval, as an option and as an answer.
    static let policy = "policy"

    private let site: AuthoredSite
    private let severity: String?
    private let byPolicy: String?

    /// - Parameters:
    ///   - rank: the severity whose policy applies to the incident; none for maintenance.
    ///   - start: the start of the incident.
    init(in site: AuthoredSite, severity rank: Severity.Rank?, begunAt start: Instant) {
        self.site = site
        severity = rank.map { site.configuration.page.severities[$0].level }
        byPolicy = rank.flatMap { site.configuration.promise(by: $0, begunAt: start, at: site.now) }
    }
}

extension NextPromise {
    /// Returns the promise as records write it, or `nil` if none is made.
    ///
    /// - Parameter prompt: asks if nothing is given and the policy has an interval; `nil` if nobody can be asked.
    func written(given: String?, asking prompt: Prompt?) throws -> String? {
        if let given { return given.lowercased() == Self.policy ? try ofPolicy() : given }
        guard let prompt, let byPolicy else { return nil }
        let policy = severity.map { ", the policy for \($0)" } ?? ""
        return try prompt.answer(
            to:
                "When is the next update due? (for example, 20m, 17:45 or none; Enter for \(byPolicy)\(policy))"
        ) { answer -> String? in
            switch answer.lowercased() {
            case "", Self.policy: return byPolicy
            case "none": return nil
            default:
                let now = try site.answeredAt()
                _ = try site.configuration.instant(writtenAs: answer, from: now, now: now)
                return answer
            }
        }
    }

    private func ofPolicy() throws -> String {
        if let byPolicy { return byPolicy }
        throw CommandError(
            severity.map { "`\($0)` has no `update_every` in `status.yml`" }
                ?? "the policy does not require updates during maintenance",
            hint: "give a duration or a time, such as `--next-update 20m`")
    }
}
