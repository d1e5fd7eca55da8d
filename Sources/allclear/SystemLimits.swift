import Foundation

/// The resources that the system must grant the program.
///
/// With fewer, the program would be ended during its work, without a message, or wait forever for a thread.
enum SystemLimits {
    /// A limit that is too low.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Makes the program end with an error instead of a trap if memory is limited and an allocation fails.
    ///
    /// - Throws: an error if there is not enough for the program itself and a thread for each processor.
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

    /// - Throws: an error if fewer files may be open at a time.
    static func requireFiles(_ count: Int) throws(Failure) {
        guard let limit = limit(of: RLIMIT_NOFILE), limit < count else { return }
        throw Failure(
            description: "the system allows \(limit) open files, but \(count) are needed: "
                + "raise the limit, for example with `ulimit -n 256`"
        )
    }

    /// Returns the limit, or `nil` if there is none.
    private static func limit(of resource: __rlimit_resource) -> Int? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur < Int.max else {
            return nil
        }
        return Int(limit.rlim_cur)
    }
}

/// Ends the program after a failed allocation, which neither Swift nor libcmark survives.
private func endForLackOfMemory(_: Int32) {
    StandardStream.error.writeAmidSignal(
        "allclear: error: the memory limit is too low: raise the limit, for example with `ulimit -v unlimited`\n"
    )
    _exit(1)
}
