/// A message that is cut to its channel's limit, the least important parts first.
///
/// First it cuts the end of the update's text (in a text message, of the title), except for a share. Then it omits
/// parts one after another; once the message fits, as much as possible of the cut text is restored. Last, it cuts the
/// rest of that text and the end of the title. The length is found by writing the message, so a site's own template may
/// use its values in any way.
struct MessageCut {
    let limits: MessageLimits
    /// The function that writes the message with limits for its parts.
    let write: (MessageLimits) -> String

    /// The message.
    ///
    /// It is longer than the limit only if the template's own words are too long for the channel.
    var message: String {
        let whole = write(limits)
        guard let channel = limits.whole, !channel.fits(whole) else { return whole }
        var limits = limits
        if let message = shortened(channel.shortened, to: channel.least, limits) { return message }
        for part in channel.omissible {
            limits.omitted.insert(part)
            let message = write(limits)
            if channel.fits(message) { return message }
            if let message = shortened(channel.shortened, to: channel.least, limits) { return message }
        }
        for text in MessageLimits.Shortened.allCases {
            if let message = shortened(text, to: 0, limits) { return message }
            limits[keyPath: text.limit] = 0
        }
        return write(limits)
    }

    /// Returns the message with as much of the text as fits; `nil` if that is less than `least`.
    private func shortened(_ text: MessageLimits.Shortened, to least: Int, _ limits: MessageLimits) -> String?
    {
        guard let channel = limits.whole else { return nil }
        func message(_ length: Int) -> String? {
            var limits = limits
            limits[keyPath: text.limit] = min(length, limits[keyPath: text.limit])
            let message = write(limits)
            return channel.fits(message) ? message : nil
        }
        guard var best = message(least) else { return nil }
        var (fitting, tooLong) = (least, channel.limit + 1)
        while tooLong - fitting > 1 {
            let middle = (fitting + tooLong) / 2
            if let longer = message(middle) {
                (best, fitting) = (longer, middle)
            } else {
                tooLong = middle
            }
        }
        return best
    }
}
