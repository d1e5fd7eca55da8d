import Alerts
import Diagnostics
import Foundation
import JSONFiles

/// What an alert's sender delivered: a file, standard input, or what GitHub's event file holds of it.
struct AlertPayload {
    /// The sender's own bytes.
    let bytes: [UInt8]
    /// Where the bytes come from, for messages.
    private let source: String
    /// The offset in the file of a byte of the payload, from 0.
    private let offsetInFile: @Sendable (Int) -> Int
}

extension AlertPayload {
    /// A file with nothing but the payload.
    ///
    /// - Parameter file: its path; `nil` or `-` for standard input.
    init(file: String?) throws {
        let isInput = file == nil || file == "-"
        bytes = try isInput ? Self.standardInput() : Self.contents(of: file ?? "", limit: Delivery.byteLimit)
        source = isInput ? "standard input" : "`\(file ?? "")`"
        offsetInFile = { $0 }
    }

    /// GitHub's event file: of `workflow_dispatch` the input `payload`, of `repository_dispatch` the client's payload.
    init(ofEvent file: String) throws {
        // An event describes the repository and the sender besides the payload.
        let event = try Self.contents(of: file, limit: 2 * Delivery.byteLimit)
        source = "`\(file)`"
        let root: JSON
        do {
            root = try JSONReader.read(event)
        } catch { throw Self.refusal(error.message, at: error.offset, in: source) }
        if let input = root["inputs"]?["payload"], let text = input.text {
            bytes = Array(text.utf8)
            offsetInFile = { JSONReader.offset(ofByte: $0, of: input, in: event) }
        } else if let payload = root["client_payload"] {
            bytes = Array(event[payload.range])
            offsetInFile = { payload.range.lowerBound + $0 }
        } else {
            throw CommandError(
                "\(source) has no payload",
                hint: "`workflow_dispatch` has it in the input `payload`, "
                    + "`repository_dispatch` in `client_payload`")
        }
    }

    /// The facts in it.
    func delivery(as format: AlertFormat?) throws -> Delivery {
        do {
            return try Delivery(reading: bytes, as: format)
        } catch { throw Self.refusal(error.message, at: offsetInFile(error.offset), in: source) }
    }
}

private extension AlertPayload {
    static func refusal(_ message: String, at offset: Int, in source: String) -> CommandError {
        CommandError(
            "\(source) cannot be read as an alert: \(message) (byte \(offset))", outcome: .nothingWritten)
    }

    /// A file's bytes, one more than the limit at most: whoever reads them reports that they are too many.
    static func contents(of file: String, limit: Int) throws -> [UInt8] {
        switch Folder(file.parted.folder).read(file.parted.name, limit: limit) {
        case .success(let bytes): return bytes
        case .failure(let obstacle): throw CommandError("`\(file)` cannot be read: \(obstacle.reason)")
        }
    }

    static func standardInput() throws -> [UInt8] {
        guard case .success(let bytes) = Folder.read(Delivery.byteLimit + 1, from: STDIN_FILENO) else {
            throw CommandError("standard input cannot be read")
        }
        return bytes
    }
}
