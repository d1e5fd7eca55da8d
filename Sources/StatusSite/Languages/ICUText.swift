import _FoundationICU

/// Texts that ICU writes into a buffer.
enum ICUText {
    /// Returns what `write` writes into a buffer of that many units; empty if it fails.
    static func read(
        _ capacity: Int = 128,
        _ write: (UnsafeMutablePointer<UInt16>, Int32) -> Int32
    ) -> String {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: capacity) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let length = Int(write(start, Int32(capacity)))
            guard (0...capacity).contains(length) else { return "" }
            return String(decoding: buffer[..<length], as: UTF16.self)
        }
    }
}
