extension String {
    /// The width of the text in Verdana at 11 pixels, in pixels, rounded up; an estimate for letters beyond ASCII.
    var widthInVerdana: Int {
        (unicodeScalars.reduce(0) { $0 + $1.advance } * 11 + 2_047) / 2_048
    }

    /// Whether the text has joined letters, which space between them would separate.
    var hasJoinedLetters: Bool {
        unicodeScalars.contains { $0.isOfJoinedScript }
    }
}

extension Unicode.Scalar {
    /// Whether it belongs to a script from Arabic to those of India and their neighbors, or to Arabic's older forms.
    fileprivate var isOfJoinedScript: Bool {
        switch value {
        case 0x0600..<0x0E00, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: true
        default: false
        }
    }

    /// The advance in 1/2,048 of the font's size.
    ///
    /// Verdana has neither Arabic nor any script further east: for these, it is the average of the fonts that replace
    /// it.
    fileprivate var advance: Int {
        let place = Int(value) - 0x20
        if Self.verdana.indices.contains(place) { return Self.verdana[place] }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return switch value {
        case 0x0600..<0x0900, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: 950
        case 0x0900..<0x0F00: 1_100
        case 0x1100..<0x1200, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00: 2_048
        case 0xFF61..<0xFFE0: 1_024
        case 0xFE30..<0xFE70, 0xFF00...: 2_048
        default: 1_296
        }
    }

    /// The advances of U+0020 to U+007E in Verdana, in 1/2,048 of the font's size.
    private static let verdana = [
        720, 806, 940, 1676, 1302, 2204, 1488, 550, 930, 930, 1302, 1676, 745, 930, 745, 930,
        1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 930, 930, 1676, 1676, 1676, 1117,
        2048, 1400, 1404, 1430, 1578, 1295, 1177, 1588, 1539, 862, 931, 1419, 1140, 1726, 1532, 1612,
        1235, 1612, 1424, 1400, 1262, 1499, 1400, 2025, 1403, 1260, 1403, 930, 930, 930, 1676, 1302,
        1302, 1230, 1276, 1067, 1276, 1220, 720, 1276, 1296, 562, 705, 1212, 562, 1992, 1296, 1243,
        1276, 1276, 874, 1067, 807, 1296, 1212, 1676, 1212, 1212, 1076, 1300, 930, 1300, 1676,
    ]
}
