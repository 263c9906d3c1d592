// What is used of GMime and GLib, declared here: their own headers need search paths and flags the package manager
// refuses, and drag in a thousand types. GMime casts its classes with macros; to C they are all plain pointers.
//
// The library is loaded when the first mail is put together: linked in, it brings GLib and eleven others along, two and a
// half megabytes of every process, those that never send a mail among them.
#pragma once
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct _GMimeObject GMimeObject;
typedef struct _GMimeStream GMimeStream;
typedef struct _GMimeDataWrapper GMimeDataWrapper;
typedef struct _GMimeFormatOptions GMimeFormatOptions;
typedef struct _GMimeContentDisposition GMimeContentDisposition;
typedef struct _GMimeParamList GMimeParamList;
typedef struct _GMimeParam GMimeParam;
typedef struct _GByteArray {
    uint8_t *data;
    unsigned int len;
} GByteArray;

enum { KONAK_GMIME_CRLF = 1 };

// Null when GMime is not installed. Opening it twice at once does no harm.
static inline void *konak_gmime_library(void) {
    static _Atomic(void *) kept = NULL;
    void *library = atomic_load_explicit(&kept, memory_order_acquire);
    if (library == NULL) {
        // It depends on the others, so their symbols are found through it.
        library = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL);
        atomic_store_explicit(&kept, library, memory_order_release);
    }
    return library;
}

static inline void *konak_gmime_symbol(_Atomic(void *) *kept, const char *name) {
    void *symbol = atomic_load_explicit(kept, memory_order_acquire);
    if (symbol == NULL) {
        symbol = dlsym(konak_gmime_library(), name);
        atomic_store_explicit(kept, symbol, memory_order_release);
    }
    return symbol;
}

// Whoever calls the others has asked for this first.
static inline int konak_gmime_is_there(void) { return konak_gmime_library() != NULL; }

#define KONAK_GMIME(result, name, parameters, arguments)                           \
    static inline result name parameters {                                         \
        static _Atomic(void *) kept = NULL;                                        \
        return ((result(*) parameters)konak_gmime_symbol(&kept, #name)) arguments; \
    }

KONAK_GMIME(void, g_mime_init, (void), ())
KONAK_GMIME(void, g_object_unref, (void *object), (object))

KONAK_GMIME(
    void, g_mime_object_set_content_type_parameter, (GMimeObject *object, const char *name, const char *value),
    (object, name, value))
KONAK_GMIME(
    void, g_mime_object_set_disposition, (GMimeObject *object, const char *disposition),
    (object, disposition))
KONAK_GMIME(GMimeContentDisposition *, g_mime_object_get_content_disposition, (GMimeObject *object), (object))
KONAK_GMIME(
    void, g_mime_content_disposition_set_parameter, (GMimeContentDisposition *disposition, const char *name, const char *value),
    (disposition, name, value))
KONAK_GMIME(
    GMimeParamList *, g_mime_content_disposition_get_parameters, (GMimeContentDisposition *disposition),
    (disposition))
KONAK_GMIME(GMimeParam *, g_mime_param_list_get_parameter, (GMimeParamList *list, const char *name), (list, name))
KONAK_GMIME(void, g_mime_param_set_charset, (GMimeParam *param, const char *charset), (param, charset))
KONAK_GMIME(void, g_mime_object_set_content_id, (GMimeObject *object, const char *content_id), (object, content_id))
KONAK_GMIME(
    ssize_t, g_mime_object_write_to_stream, (GMimeObject *object, GMimeFormatOptions *options, GMimeStream *stream),
    (object, options, stream))

KONAK_GMIME(GMimeObject *, g_mime_part_new_with_type, (const char *type, const char *subtype), (type, subtype))
KONAK_GMIME(void, g_mime_part_set_content_encoding, (GMimeObject *part, int encoding), (part, encoding))
KONAK_GMIME(void, g_mime_part_set_content, (GMimeObject *part, GMimeDataWrapper *content), (part, content))

KONAK_GMIME(GMimeObject *, g_mime_multipart_new_with_subtype, (const char *subtype), (subtype))
KONAK_GMIME(void, g_mime_multipart_add, (GMimeObject *multipart, GMimeObject *part), (multipart, part))
KONAK_GMIME(
    void, g_mime_multipart_set_boundary, (GMimeObject *multipart, const char *boundary),
    (multipart, boundary))

KONAK_GMIME(GMimeFormatOptions *, g_mime_format_options_new, (void), ())
KONAK_GMIME(void, g_mime_format_options_free, (GMimeFormatOptions *options), (options))
KONAK_GMIME(
    void, g_mime_format_options_set_newline_format, (GMimeFormatOptions *options, int newline),
    (options, newline))

KONAK_GMIME(GMimeStream *, g_mime_stream_mem_new_with_buffer, (const char *buffer, size_t len), (buffer, len))
KONAK_GMIME(GMimeStream *, g_mime_stream_mem_new_with_byte_array, (GByteArray *array), (array))
KONAK_GMIME(void, g_mime_stream_mem_set_owner, (GMimeStream *stream, int owner), (stream, owner))
KONAK_GMIME(
    GMimeDataWrapper *, g_mime_data_wrapper_new_with_stream, (GMimeStream *stream, int encoding),
    (stream, encoding))

KONAK_GMIME(GByteArray *, g_byte_array_new, (void), ())
KONAK_GMIME(void, g_byte_array_unref, (GByteArray *array), (array))
