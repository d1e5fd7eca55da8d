/// A set of records by their places, with one bit each, so that an incident that has weight twice counts once.
struct RecordSet {
    private var words: [UInt64]

    init(capacity: Int) {
        words = Array(repeating: 0, count: (capacity + 63) / 64)
    }

    mutating func insert(_ record: Int) {
        words[record / 64] |= 1 << UInt64(record % 64)
    }

    var count: Int {
        words.reduce(0) { $0 + $1.nonzeroBitCount }
    }
}
