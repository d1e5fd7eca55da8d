/// Makes a message as long as its channel takes it: what is least important goes first.
///
/// First the end of what was said goes (of a text message, of the title), but for a share. Then parts go, one after the
/// other, and as soon as there is room, as much as possible of what was cut stays. Last, the share goes too, and the end of
/// the title. How long a message is, is found by writing it, so that it does not matter how a template of the site's own uses
/// its values.
struct MessageCut {
    let limits: MessageLimits
    /// Writes the message within limits for its parts.
    let write: (MessageLimits) -> String

    /// The message. A template that says more than the channel takes, whatever the values are, makes it longer.
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

    /// The message with as much of the text as there is room for; `nil` if that is less than the least.
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
