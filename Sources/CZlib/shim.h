#pragma once
#include <zlib.h>

// deflateInit2 and inflateInit2 are macros: Swift does not see them.
static inline int konak_deflate_init(z_stream *stream, int level, int window, int memory) {
    return deflateInit2(stream, level, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY);
}

static inline int konak_inflate_init(z_stream *stream, int window) { return inflateInit2(stream, window); }
