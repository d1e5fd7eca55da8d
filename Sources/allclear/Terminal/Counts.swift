import Diagnostics

/// A count such as `1 record` or `12 records`.
struct RecordCount: CustomStringConvertible {
    let description: String

    init(_ count: Int) {
        description = "\(count) record\(count == 1 ? "" : "s")"
    }
}

/// A count such as `2 errors, 1 warning`, or `no mistakes`.
struct DiagnosticCount: CustomStringConvertible {
    let description: String

    init(_ diagnostics: [Diagnostic]) {
        let errors = diagnostics.count { $0.severity == .error }
        let parts = [(errors, "error"), (diagnostics.count - errors, "warning")]
            .filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        description = parts.isEmpty ? "no mistakes" : parts.joined(separator: ", ")
    }
}
