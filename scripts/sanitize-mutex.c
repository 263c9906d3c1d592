// Tells the thread sanitizer what it cannot see: `Mutex` takes and gives a contended lock inside the Swift library, which is
// built without the sanitizer, so all that the lock orders would be reported. Preloaded by scripts/sanitize; the fast path is
// compiled into the tests themselves, and seen.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define MUTEX "$s15Synchronization12_MutexHandleV"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex

extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

SWIFT void lock_slowly(uint32_t thread, SELF) __asm__(MUTEX "9_lockSlowyys6UInt32VF");
SWIFT bool try_lock_slowly(SELF) __asm__(MUTEX "12_tryLockSlowSbyF");
SWIFT void unlock_slowly(SELF) __asm__(MUTEX "11_unlockSlowyyF");

SWIFT void lock_slowly(uint32_t thread, SELF) {
    SWIFT void (*real)(uint32_t, SELF) = dlsym(RTLD_NEXT, MUTEX "9_lockSlowyys6UInt32VF");
    real(thread, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

SWIFT bool try_lock_slowly(SELF) {
    SWIFT bool (*real)(SELF) = dlsym(RTLD_NEXT, MUTEX "12_tryLockSlowSbyF");
    bool taken = real(mutex);
    if (taken && __tsan_acquire) __tsan_acquire(mutex);
    return taken;
}

SWIFT void unlock_slowly(SELF) {
    SWIFT void (*real)(SELF) = dlsym(RTLD_NEXT, MUTEX "11_unlockSlowyyF");
    if (__tsan_release) __tsan_release(mutex);
    real(mutex);
}
