import Alerts
import Diagnostics
import Foundation
import JSONFiles

/// The payload of an alert's sender: from a file, standard input, or the part of GitHub's event file that holds it.
struct AlertPayload {
    /// The sender's own bytes.
    let bytes: [UInt8]
    /// The source of the bytes, as messages name it.
    private let source: String
    /// The offset in the file of a byte of the payload, from 0.
    private let offsetInFile: @Sendable (Int) -> Int
}

extension AlertPayload {
    /// Reads a file that contains only the payload.
    ///
    /// - Parameter file: its path; `nil` or `-` for standard input.
    init(file: String?) throws {
        let isInput = file == nil || file == "-"
        bytes = try isInput ? Self.standardInput() : Self.contents(of: file ?? "", limit: Delivery.byteLimit)
        source = isInput ? "standard input" : "`\(file ?? "")`"
        offsetInFile = { $0 }
    }

    /// Reads GitHub's event file: the input `payload` of `workflow_dispatch`, or the client's payload of
    /// `repository_dispatch`.
    init(ofEvent file: String) throws {
        // In addition to the payload, an event describes the repository and the sender.
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
                hint: "it belongs in the input `payload` (`workflow_dispatch`) "
                    + "or in `client_payload` (`repository_dispatch`)")
        }
    }

    /// Reads the facts in the payload.
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

    /// Reads a file, up to one byte more than the limit: the reader of the bytes reports that there are too many.
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
