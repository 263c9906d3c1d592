#ifndef KONAK_CICU_DOOR_H
#define KONAK_CICU_DOOR_H
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unicode/uvernum.h>

// ICU is loaded when something of it is first asked for, not with the program: linked in, it costs three megabytes in
// every process, those that never sort a name among them. The version is that of the headers, which name it in every symbol.
#define KONAK_ICU_TEXT(name) #name
#define KONAK_ICU_NAME(name) KONAK_ICU_TEXT(name)

// Null when ICU is not installed in this version.
static inline void *konak_icu_library(void) {
    static _Atomic(void *) kept = NULL;
    void *library = atomic_load_explicit(&kept, memory_order_acquire);
    if (library == NULL) {
        // It depends on the others, so their symbols are found through it. Opening it twice at once does no harm.
        library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
        atomic_store_explicit(&kept, library, memory_order_release);
    }
    return library;
}

static inline void *konak_icu_symbol(_Atomic(void *) *kept, const char *name) {
    void *symbol = atomic_load_explicit(kept, memory_order_acquire);
    if (symbol == NULL) {
        symbol = dlsym(konak_icu_library(), name);
        atomic_store_explicit(kept, symbol, memory_order_release);
    }
    return symbol;
}

// A function of ICU, ready to be called. Whoever calls has asked for the library first: of one version all have the same.
#define ICU(function) \
    ({ \
        static _Atomic(void *) kept = NULL; \
        (__typeof__(&function))konak_icu_symbol(&kept, KONAK_ICU_NAME(function)); \
    })
#endif
