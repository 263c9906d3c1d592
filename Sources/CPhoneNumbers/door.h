#ifndef KONAK_CPHONENUMBERS_H
#define KONAK_CPHONENUMBERS_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "../PhoneNumberPlans/include/konak_phone.h"

// libphonenumber with all it needs is six megabytes of every process that is linked with it. So it stands in a library
// of its own beside the program, which is loaded when the first number is read.
static inline void *konak_phone_library(void) {
    static _Atomic(void *) kept = NULL;
    void *library = atomic_load_explicit(&kept, memory_order_acquire);
    if (library != NULL) return library;
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 64);
    char *end = length > 0 ? memrchr(path, '/', (size_t)length) : NULL;
    if (end != NULL) {
        strcpy(end + 1, "libkonak-phone.so");
        library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    }
    if (library == NULL) library = dlopen("libkonak-phone.so", RTLD_NOW | RTLD_LOCAL);
    atomic_store_explicit(&kept, library, memory_order_release);
    return library;
}

static inline bool konak_phone_is_there(void) { return konak_phone_library() != NULL; }

// Below zero when the library is not there or failed.
static inline int32_t konak_phone_try_read(
    const char *text, size_t length, const char *country, konak_phone_number *number) {
    static _Atomic(void *) kept = NULL;
    void *reader = atomic_load_explicit(&kept, memory_order_acquire);
    if (reader == NULL) {
        void *library = konak_phone_library();
        reader = library == NULL ? NULL : dlsym(library, "konak_phone_read");
        if (reader == NULL) return -1;
        atomic_store_explicit(&kept, reader, memory_order_release);
    }
    return ((konak_phone_reader)reader)(text, length, country, number);
}

static inline int32_t konak_phone_try_calling_code(const char *country) {
    void *library = konak_phone_library();
    void *found = library == NULL ? NULL : dlsym(library, "konak_phone_calling_code");
    return found == NULL ? 0 : ((int32_t (*)(const char *))found)(country);
}
#endif
