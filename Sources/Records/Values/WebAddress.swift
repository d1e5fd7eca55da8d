/// Whether the text is an address that a link may carry: absolute, over http or https, or of mail.
///
/// Everything else is refused, `javascript:` and `data:` first of all.
func isSafeAddress(_ text: String) -> Bool {
    let folded = text.prefix(8).lowercased()
    let carriesControl = text.utf8.contains { $0 <= 0x20 || $0 == 0x7F }
    return !carriesControl
        && ["http://", "https://", "mailto:"].contains {
            folded.hasPrefix($0) && text.utf8.count > $0.utf8.count
        }
}
