import Dispatch
import Foundation

/// Signals when watched folders may have changed: after kernel events, and at intervals, because a network drive or
/// a container's mount does not report files that are saved on its other side.
final class FolderEvents: @unchecked Sendable {
    /// An event for each time that it is worth looking; several at once are merged.
    let stream: AsyncStream<Void>
    private let events: AsyncStream<Void>.Continuation
    private let notices: KernelNotices?
    private let clock = DispatchSource.makeTimerSource()

    init() {
        (stream, events) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        notices = KernelNotices { [events] in events.yield() }
        clock.setEventHandler { [events] in events.yield() }
        clock.activate()
    }

    deinit { clock.cancel() }

    /// Watches the folders, in addition to those that are already watched.
    ///
    /// - Returns: whether the kernel reports changes in all of them.
    func watch(_ folders: [String]) -> Bool { notices?.watch(folders) ?? false }

    /// Signals after the given milliseconds, unless something else does before.
    func signal(afterMilliseconds pause: Int) {
        clock.schedule(deadline: .now() + .milliseconds(pause), leeway: .milliseconds(pause / 10))
    }
}

#if os(Linux)
    /// Linux's own notifications of changes: inotify(7).
    private final class KernelNotices: @unchecked Sendable {
        private let descriptor: Int32
        private let source: any DispatchSourceRead

        /// Makes the notifications, or returns `nil` if the system has none left.
        init?(_ tell: @escaping @Sendable () -> Void) {
            let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            guard descriptor >= 0 else { return nil }
            self.descriptor = descriptor
            source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
            source.setEventHandler {
                // The events only say that something may have changed: the look afterwards finds what.
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while read(descriptor, &buffer, buffer.count) > 0 {}
                tell()
            }
            source.setCancelHandler { close(descriptor) }
            source.activate()
        }

        deinit { source.cancel() }

        /// Watches the folders, and returns whether all of them could be watched.
        func watch(_ folders: [String]) -> Bool {
            let changes =
                IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
            return folders.reduce(true) { areAll, folder in
                // A folder that has disappeared meanwhile was reported by the one above it.
                (inotify_add_watch(descriptor, folder, UInt32(changes)) >= 0 || errno == ENOENT) && areAll
            }
        }
    }
#else
    private final class KernelNotices: Sendable {
        init?(_ tell: @escaping @Sendable () -> Void) { nil }

        func watch(_ folders: [String]) -> Bool { false }
    }
#endif
