/// Values kept behind one reference, and copied only when one of two holders changes them.
///
/// Records and updates are large; with this, handing one on costs as much as handing on a number. Whoever uses a member
/// reaches it where it lies: all of this is compiled into the caller.
@usableFromInline
struct Boxed<Value: Sendable>: Sendable {
    @usableFromInline var box: Box

    /// Puts the value behind a reference.
    @inlinable
    init(_ value: Value) {
        box = Box(value)
    }

    /// The value, read and changed in place.
    @inlinable var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }

    // Shared by several copies it is only read: whoever changes it owns it alone.
    @usableFromInline
    final class Box: @unchecked Sendable {
        @usableFromInline var value: Value

        @inlinable
        init(_ value: Value) {
            self.value = value
        }
    }
}

extension Boxed: Equatable where Value: Equatable {
    @usableFromInline
    static func == (left: Boxed, right: Boxed) -> Bool {
        left.box === right.box || left.box.value == right.box.value
    }
}

extension Boxed: Hashable where Value: Hashable {
    @usableFromInline
    func hash(into hasher: inout Hasher) {
        hasher.combine(box.value)
    }
}
