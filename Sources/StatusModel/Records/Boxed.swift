/// A value behind a reference, which is copied only if it is changed while others hold it too.
///
/// Records and updates are large; with this, passing one on costs no more than passing a number. Members are read and
/// changed in place, since the accessors are inlined into the caller.
@usableFromInline
struct Boxed<Value: Sendable>: Sendable {
    @usableFromInline var box: Box

    /// Puts a value behind a reference.
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

    // A shared box is only read: only its sole owner changes it.
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
