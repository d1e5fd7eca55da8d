import Foundation

/// What the system has to let the program have. With less it would be ended in the midst of its work, without a word,
/// or wait for ever for a thread.
enum SystemLimits {
    /// A limit that is too low.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Where memory is limited, what needs more than there is ends with an error in place of a trap.
    ///
    /// - Throws: that it is not enough for the program itself and a thread for each processor.
    static func requireMemory() throws(Failure) {
        let needed = 128 + 16 * ProcessInfo.processInfo.activeProcessorCount
        guard let limit = limit(of: RLIMIT_AS) else { return }
        for number in [SIGABRT, SIGBUS, SIGILL, SIGSEGV, SIGTRAP] { signal(number, endForLackOfMemory) }
        guard limit < needed << 20 else { return }
        throw Failure(
            description: "the system allows \(limit >> 20) MiB of memory, but \(needed) are needed: "
                + "raise the limit, for example with `ulimit -v unlimited`"
        )
    }

    /// - Throws: that fewer files may be open at a time.
    static func requireFiles(_ count: Int) throws(Failure) {
        guard let limit = limit(of: RLIMIT_NOFILE), limit < count else { return }
        throw Failure(
            description: "the system allows \(limit) open files, but \(count) are needed: "
                + "raise the limit, for example with `ulimit -n 256`"
        )
    }

    /// The limit; nothing where there is none.
    private static func limit(of resource: __rlimit_resource) -> Int? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur < Int.max else {
            return nil
        }
        return Int(limit.rlim_cur)
    }
}

/// Ends the program where an allocation has failed, which neither Swift nor libcmark survives.
private func endForLackOfMemory(_: Int32) {
    StandardStream.error.writeAmidSignal(
        "allclear: error: the memory limit is too low: raise the limit, for example with `ulimit -v unlimited`\n"
    )
    _exit(1)
}
