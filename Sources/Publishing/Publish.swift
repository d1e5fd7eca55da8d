#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Brings a directory to hold exactly these outputs, and whatever else others have put there.
///
/// A reader who follows links from a page that stood before, and that is one of the outputs, never meets a
/// missing or half-written file, even if the process is killed at any instant; the next build then puts
/// right what was left. A file that is there with the same bytes is not touched. What earlier builds wrote
/// is listed in a file `.allclear-manifest`: only that is replaced or deleted.
///
/// - Parameters:
///   - outputs: The whole site, in any order.
///   - directory: The output directory, made where it is missing.
///   - followingLink: Whether the output directory may be a symbolic link to one.
///   - force: Whether to write also over files that no build has written. They are ours from then on.
///   - threads: How many outputs may be rendered at once, at least 1. Few outputs are rendered on fewer.
///   - waiting: Called once if another build is at work in the directory, before waiting for its end.
/// - Returns: What was done.
/// - Throws: Why nothing was published. The site that stood before still stands, unless the system refuses
///   a rename or a deletion in the midst of them: then every page is either the old or the new one.
@discardableResult
public func publish(
    _ outputs: [Output],
    into directory: String,
    followingLink: Bool = false,
    force: Bool = false,
    threads: Int = processors(),
    waiting: () -> Void = {}
) throws(PublishingError) -> PublishingSummary {
    try publish(
        outputs,
        into: directory,
        followingLink: followingLink,
        force: force,
        threads: threads,
        waiting: waiting,
        interruption: nil
    )
}

/// Checks that the outputs' paths can be those of a site, as publishing them does first.
public func checkPaths(of outputs: [Output]) throws(PublishingError) {
    _ = try Plan(outputs)
}

/// The number of processors that are running, at least 1.
public func processors() -> Int {
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

func publish(
    _ outputs: [Output],
    into directory: String,
    followingLink: Bool = false,
    force: Bool = false,
    threads: Int = 1,
    waiting: () -> Void = {},
    interruption: OutputTree.Interruption?
) throws(PublishingError) -> PublishingSummary {
    let plan = try Plan(outputs)
    let tree = try OutputTree(at: directory, followingLink: followingLink, interruption: interruption)
    try tree.lock(waiting: waiting)
    let publication = try Publication(of: plan, into: tree, force: force)
    // To wake a thread for less than about sixteen outputs costs more than it brings.
    return try publication.publish(threads: max(1, min(threads, outputs.count / 16)))
}

/// Whether a build has published into the directory before.
public func isOutput(_ directory: String) -> Bool {
    access(directory + "/" + OwnFile.manifest, F_OK) == 0
}
