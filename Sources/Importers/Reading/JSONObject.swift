import Diagnostics
import JSONFiles
import StatusModel

/// An object in a JSON file, with that file.
struct JSONObject {
    let json: JSON
    let file: SourceFile

    /// The location of the object's start.
    var place: SourceLocation { place(of: json) }

    func place(of value: JSON) -> SourceLocation { file.location(of: value) }

    /// Returns the text of a key; `nil` if there is none, or an empty one.
    func text(_ key: String) -> String? { json[key]?.text }

    func required(_ key: String) throws(Refusal) -> String {
        if let text = text(key) { return text }
        throw Refusal("there is no `\(key)`", at: place)
    }

    /// Returns the instant of the first of those keys that exists; refuses a value that is not a time.
    func instant(_ keys: String...) throws(Refusal) -> Instant? {
        for key in keys {
            guard let value = json[key] else { continue }
            guard let time = value.text.flatMap({ LooseTime($0) }), !time.isDay else {
                throw Refusal("`\(key)` is not a valid date or time", at: place(of: value))
            }
            return time.instant
        }
        return nil
    }
}
