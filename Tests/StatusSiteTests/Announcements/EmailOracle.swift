import Foundation

/// What Python's `email` package, which shares no code with ours, reads in a message or a mailbox.
struct EmailOracle: Decodable {
    let defects: [String]
    let headers: [String: String]
    let types: [String]
    let texts: [String]

    static func read(_ message: String) throws -> EmailOracle {
        let script = """
            import email, email.policy, json, sys
            m = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
            parts = list(m.iter_parts())
            defects = [str(d) for p in [m, *parts] for d in p.defects]
            defects += [str(d) for v in m.values() for d in v.defects]
            print(json.dumps({'defects': defects, 'headers': {k: str(v) for k, v in m.items()},
                              'types': [p.get_content_type() for p in parts],
                              'texts': [p.get_content() for p in parts]}))
            """
        return try JSONDecoder().decode(Self.self, from: Python.run(script, on: message))
    }

    /// The subjects of the messages of a mailbox.
    static func subjects(inMailbox text: String) throws -> [String] {
        let script = """
            import json, mailbox, sys
            print(json.dumps([m['Subject'] for m in mailbox.mbox(sys.argv[1])]))
            """
        return try JSONDecoder().decode([String].self, from: Python.run(script, on: text))
    }
}
