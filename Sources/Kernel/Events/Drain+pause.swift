import EventLoop

extension Drain {
    /// Waits so long, or until it has come, or until the task is cancelled.
    public func pause(for duration: Duration) async {
        guard !isDraining else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // The loop's own timers: no other thread is woken for a pause.
                if let loop = Loop.current { return (try? await loop.sleep(for: duration)) ?? () }
                try? await Task.sleep(for: duration)
            }
            group.addTask { await self.wait() }
            await group.next()
            group.cancelAll()
        }
    }
}
