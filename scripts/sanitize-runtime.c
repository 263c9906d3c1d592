// Tells the thread sanitizer what it cannot see, because the Swift libraries are built without it. Preloaded by
// scripts/sanitize. Two orders would be missing, and all that rests on them would be reported:
//
// - A contended `Mutex` is taken and given inside the library. Its fast path is compiled into the tests, and seen.
// - A continuation that is resumed before its task awaits it hands its value over without suspending the task. When the task
//   did suspend, the library itself tells the sanitizer. (One that is resumed in the few instructions between our look and
//   the library's would still be reported: the same value read after `await`, written before `resume`, and seldom.)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define MUTEX "$s15Synchronization12_MutexHandleV"
#define SWIFT __attribute__((swiftcall))
#define ASYNC __attribute__((swiftasynccall))
#define SELF __attribute__((swift_context)) void *mutex

extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));
extern SWIFT void *swift_task_getCurrent(void) __attribute__((weak));

static void acquire(void *address) {
    if (__tsan_acquire) __tsan_acquire(address);
}

static void release(void *address) {
    if (__tsan_release) __tsan_release(address);
}

SWIFT void lock_slowly(uint32_t thread, SELF) __asm__(MUTEX "9_lockSlowyys6UInt32VF");
SWIFT bool try_lock_slowly(SELF) __asm__(MUTEX "12_tryLockSlowSbyF");
SWIFT void unlock_slowly(SELF) __asm__(MUTEX "11_unlockSlowyyF");

SWIFT void lock_slowly(uint32_t thread, SELF) {
    SWIFT void (*real)(uint32_t, SELF) = dlsym(RTLD_NEXT, MUTEX "9_lockSlowyys6UInt32VF");
    real(thread, mutex);
    acquire(mutex);
}

SWIFT bool try_lock_slowly(SELF) {
    SWIFT bool (*real)(SELF) = dlsym(RTLD_NEXT, MUTEX "12_tryLockSlowSbyF");
    bool taken = real(mutex);
    if (taken) acquire(mutex);
    return taken;
}

SWIFT void unlock_slowly(SELF) {
    SWIFT void (*real)(SELF) = dlsym(RTLD_NEXT, MUTEX "11_unlockSlowyyF");
    release(mutex);
    real(mutex);
}

SWIFT void swift_continuation_resume(void *task) {
    SWIFT void (*real)(void *) = dlsym(RTLD_NEXT, "swift_continuation_resume");
    release(task);
    real(task);
}

SWIFT void swift_continuation_throwingResume(void *task) {
    SWIFT void (*real)(void *) = dlsym(RTLD_NEXT, "swift_continuation_throwingResume");
    release(task);
    real(task);
}

SWIFT void swift_continuation_throwingResumeWithError(void *task, void *error) {
    SWIFT void (*real)(void *, void *) = dlsym(RTLD_NEXT, "swift_continuation_throwingResumeWithError");
    release(task);
    real(task, error);
}

ASYNC void swift_continuation_await(void *context) {
    ASYNC void (*real)(void *) = dlsym(RTLD_NEXT, "swift_continuation_await");
    acquire(swift_task_getCurrent());
    return real(context);
}
