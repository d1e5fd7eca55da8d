extension String {
    /// Returns the parts between the separators, or the whole text if there are none.
    ///
    /// It works on bytes, since it is used for every action item.
    func split(on separator: String) -> [String] {
        let (bytes, mark) = (Array(utf8), Array(separator.utf8))
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
