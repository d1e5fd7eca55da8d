import Diagnostics
import StatusModel

extension Severity.PostMortemDuty {
    /// The contents of a part under `post_mortem:`; what it leaves out may be in the part for all levels.
    struct Written: Hashable, Sendable {
        fileprivate var isRequired: Bool?
        fileprivate var within: Int?
        fileprivate var heldWithin: Int?
        fileprivate var sections: [String]?

        /// Whether this part requires a post-mortem; `nil` if it does not say.
        ///
        /// A part with a limit needs no `required: true`.
        fileprivate var requires: Bool? {
            isRequired ?? (within == nil && heldWithin == nil ? nil : true)
        }
    }

    /// A part under `post_mortem:`, of a level or of the whole policy.
    static let keys = KeyTable<Written>(
        "`post_mortem`",
        [
            .key(
                "required", .flag,
                "Whether it is required. By default `true`; a level without limits uses the setting for all levels."
            ) { $0.isRequired = $1 },
            .key("within", .duration, "How soon after the resolution to publish it.") {
                $0.within = $1
            },
            .key("held_within", .duration, "How soon after the resolution to hold the meeting; internal.") {
                $0.heldWithin = $1
            },
            .key("sections", .texts, "The headings of its sections, in order; internal.") {
                $0.sections = $1
            },
        ]
    )

    /// Makes the duty from its parts, the most specific first; `nil` if there are none.
    init?(_ parts: Written?...) {
        let parts = parts.compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        func first<Value>(_ value: (Written) -> Value?) -> Value? { parts.lazy.compactMap(value).first }
        self.init(
            isRequired: first(\.requires) ?? true, within: first(\.within), heldWithin: first(\.heldWithin),
            sections: first(\.sections) ?? [])
    }
}

extension Severity.PostMortemDuty.Written {
    @Sendable init?(reading value: YAMLValue, into findings: Findings) {
        guard Severity.PostMortemDuty.keys.read(value, into: &self, findings) != nil else { return nil }
    }
}
