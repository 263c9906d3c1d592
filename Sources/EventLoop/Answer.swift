import Glibc

/// One value handed from a loop to a thread that blocks for it.
///
/// `@unchecked Sendable`: `value` is written before the semaphore is raised and read after it was taken.
@safe final class Answer<Success: Sendable>: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private var value: Result<Success, any Error>?

    init() { unsafe sem_init(semaphore, 0, 0) }

    deinit {
        unsafe sem_destroy(semaphore)
        unsafe semaphore.deallocate()
    }

    func put(_ value: Result<Success, any Error>) {
        self.value = value
        unsafe sem_post(semaphore)
    }

    func take() -> Result<Success, any Error> {
        while unsafe sem_wait(semaphore) != 0 {}
        return value ?? .failure(CancellationError())
    }
}
