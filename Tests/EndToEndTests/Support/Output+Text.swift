import Publishing

extension Output {
    /// What the file holds, or that it cannot be read.
    var text: String {
        do { return String(decoding: try bytes(), as: UTF8.self) } catch { return "\(error)" }
    }
}
