/// A value kept behind one reference, and copied only when one of two copies changes.
///
/// Records are large; with this, handing one on costs as much as handing on a number.
struct Boxed<Value: Sendable>: Sendable {
    private var box: Box

    /// Puts the value behind a reference.
    init(_ value: Value) {
        box = Box(value)
    }

    /// The value, read and changed in place.
    var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }

    // Shared by several copies it is only read: whoever changes it owns it alone.
    private final class Box: @unchecked Sendable {
        var value: Value

        init(_ value: Value) {
            self.value = value
        }
    }
}
