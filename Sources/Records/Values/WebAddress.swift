/// Whether a link may have the text as its address: absolute, with http or https, or mailto.
///
/// Everything else is refused, especially `javascript:` and `data:`.
func isSafeAddress(_ text: String) -> Bool {
    let folded = text.prefix(8).lowercased()
    let carriesControl = text.utf8.contains { $0 <= 0x20 || $0 == 0x7F }
    return !carriesControl
        && ["http://", "https://", "mailto:"].contains {
            folded.hasPrefix($0) && text.utf8.count > $0.utf8.count
        }
}
