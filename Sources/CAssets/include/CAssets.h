#ifndef KONAK_ASSETS_H
#define KONAK_ASSETS_H

#include <stddef.h>

/// A browser file inside the program.
struct konak_asset {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

/// How many there are.
extern const size_t konak_asset_count;

/// One of them, by its place; the last for a place too high.
const struct konak_asset *_Nonnull konak_asset_at(size_t index);

#endif
