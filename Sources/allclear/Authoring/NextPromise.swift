import ArgumentParser
import Records
import StatusModel

/// When the next update is promised: as an option, by the policy, or in answer to a question.
struct NextPromise {
    /// What stands for the policy's own cadence, as an option and as an answer.
    static let policy = "policy"

    private let site: AuthoredSite
    private let severity: String?
    private let byPolicy: String?

    /// - Parameters:
    ///   - rank: the severity whose policy the incident is held to; none for maintenance.
    ///   - start: when the incident began.
    init(in site: AuthoredSite, severity rank: Severity.Rank?, begunAt start: Instant) {
        self.site = site
        severity = rank.map { site.configuration.page.severities[$0].level }
        byPolicy = rank.flatMap { site.configuration.promise(by: $0, begunAt: start, at: site.now) }
    }
}

extension NextPromise {
    /// The promise as records write it; `nil` if none is made.
    ///
    /// - Parameter prompt: whom to ask where nothing is given and the policy has a cadence; nobody if `nil`.
    func written(given: String?, asking prompt: Prompt?) throws -> String? {
        if let given { return given.lowercased() == Self.policy ? try ofPolicy() : given }
        guard let prompt, let byPolicy else { return nil }
        let policy = severity.map { ", the policy for \($0)" } ?? ""
        return try prompt.answer(
            to: "When is the next update due? (such as 20m or 17:45, or none; Enter for \(byPolicy)\(policy))"
        ) { answer -> String? in
            switch answer.lowercased() {
            case "", Self.policy: return byPolicy
            case "none": return nil
            default:
                _ = try site.configuration.instant(writtenAs: answer, from: site.now)
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
