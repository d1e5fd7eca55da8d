#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Makes a directory hold exactly these outputs, in addition to files that others have put there.
///
/// A reader who follows links from a page that existed before, and that is one of the outputs, never meets
/// a missing or half-written file, even if the process is killed at any instant; the next build then
/// repairs what was left. A file that already has the same bytes is not touched. A file
/// `.allclear-manifest` lists what earlier builds wrote: only that is replaced or deleted.
///
/// - Parameters:
///   - outputs: The whole site, in any order.
///   - directory: The output directory, which is created if it is missing.
///   - followingLink: Whether the output directory may be a symbolic link to a directory.
///   - force: Whether to overwrite files that no build has written. From then on, they belong to the build.
///   - threads: The number of outputs that may be rendered at once, at least 1. Few outputs use fewer threads.
///   - waiting: Called once if another build is working in the directory, before waiting for it to end.
/// - Returns: A summary of the changes.
/// - Throws: The reason why nothing was published. The site that was published before is still complete,
///   unless the system refuses one of the renames or deletions: then every page is either the old or the
///   new one.
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

/// Checks that the outputs' paths are valid in a site, as publishing does first.
public func checkPaths(of outputs: [Output]) throws(PublishingError) {
    _ = try Plan(outputs)
}

/// Returns the number of processors that are online, at least 1.
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
    // Waking a thread for fewer than about sixteen outputs costs more than it gains.
    return try publication.publish(threads: max(1, min(threads, outputs.count / 16)))
}

/// Whether a build has published into the directory before.
public func isOutput(_ directory: String) -> Bool {
    access(directory + "/" + OwnFile.manifest, F_OK) == 0
}
