import Importers

/// Bytes that a fuzzer made: the first determines what the others, the file, are read as.
///
/// Whatever a file contains, it is read to its end without a trap, and the same every time. Every mistake
/// has a location within the file. A file without an error can be rendered, and the result is well formed
/// and does not run anything.
public struct FuzzedInput {
    private let subject: Subject
    private let bytes: [UInt8]

    /// - Parameter input: the subject's letter and the file; any other first byte is mapped to one of the
    ///   letters.
    public init?(_ input: some Collection<UInt8>) {
        guard let first = input.first else { return nil }
        let subjects = Subject.allCases
        subject = Subject(rawValue: first) ?? subjects[Int(first) % subjects.count]
        bytes = Array(input.dropFirst())
    }

    /// The kinds of files, by the letters that precede them.
    private enum Subject: UInt8, CaseIterable {
        case record = 0x72  // r
        case configuration = 0x63  // c
        case template = 0x74  // t
        case language = 0x6C  // l
        case alerts = 0x61  // a
        case ledger = 0x62  // b
        case cstate = 0x31  // 1
        case statusfy = 0x32  // 2
        case statuspage = 0x33  // 3
        case upptime = 0x34  // 4
    }
}

extension FuzzedInput {
    /// Descriptions of the properties that the input violates; none is expected.
    public var violations: [String] {
        switch subject {
        case .record: ReadRecord(bytes).violations
        case .configuration: ReadConfiguration(bytes).violations
        case .template: ReadTemplates(bytes, as: "index.mustache").violations
        case .language: ReadTemplates(bytes, as: "languages/de.phrases").violations
        case .alerts: ReadAlerts(bytes).violations
        case .ledger: ReadLedger(bytes).violations
        case .cstate: ImportedSite(bytes, as: .cstate).violations
        case .statusfy: ImportedSite(bytes, as: .statusfy).violations
        case .statuspage: ImportedSite(bytes, as: .statuspage).violations
        case .upptime: ImportedSite(bytes, as: .upptime).violations
        }
    }
}
