import Importers

/// Bytes that a fuzzer made: the first says what they are read as, the others are the file.
///
/// Whatever stands in a file, it is read to its end without a trap, and the same every time. Every mistake lies within
/// it. What has no error can be rendered, and what is rendered is well formed and runs nothing.
public struct FuzzedInput {
    private let subject: Subject
    private let bytes: [UInt8]

    /// - Parameter input: the subject's letter and the file; any other first byte stands for one of the letters.
    public init?(_ input: some Collection<UInt8>) {
        guard let first = input.first else { return nil }
        let subjects = Subject.allCases
        subject = Subject(rawValue: first) ?? subjects[Int(first) % subjects.count]
        bytes = Array(input.dropFirst())
    }

    /// What can be made of a file, by the letter that stands in front of it.
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
    /// What does not hold of it, in words; none is expected.
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
