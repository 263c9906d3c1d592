#ifndef KONAK_CICU_TEXT_H
#define KONAK_CICU_TEXT_H
#include "door.h"
#include <stdlib.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

// ICU adds its version to every name by macros, which Swift does not see: hence these doors. Lengths below zero say that
// ICU refused; a length above the capacity says how much room it needs.

typedef enum { konak_icu_upper, konak_icu_lower } konak_icu_case;

static inline int32_t konak_icu_change_case(
    konak_icu_case which, const char *locale, const char *text, int32_t length, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    UCaseMap *map = ICU(ucasemap_open)(locale, 0, &status);
    if (U_FAILURE(status)) return -1;
    int32_t needed = which == konak_icu_upper ? ICU(ucasemap_utf8ToUpper)(map, out, capacity, text, length, &status)
                                              : ICU(ucasemap_utf8ToLower)(map, out, capacity, text, length, &status);
    ICU(ucasemap_close)(map);
    return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : needed;
}

// Compatibility decomposition without marks, of folded case: what is left of a letter when its language is taken away.
static inline int32_t konak_icu_bare(UChar32 letter, UChar32 *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    const UNormalizer2 *decomposing = ICU(unorm2_getNFKDInstance)(&status);
    UChar source[2], parts[64];
    int32_t length = 0, count = 0;
    UBool isBad = 0;
    U16_APPEND(source, length, 2, letter, isBad);
    if (isBad || U_FAILURE(status)) return -1;
    length = ICU(unorm2_normalize)(decomposing, source, length, parts, 64, &status);
    if (U_FAILURE(status)) return -1;
    for (int32_t i = 0; i < length && count < capacity;) {
        UChar32 part;
        U16_NEXT(parts, i, length, part);
        if (ICU(u_charType)(part) == U_NON_SPACING_MARK || ICU(u_charType)(part) == U_ENCLOSING_MARK) continue;
        out[count++] = ICU(u_foldCase)(part, U_FOLD_CASE_DEFAULT);
    }
    return count;
}

static inline UCollator *konak_icu_collator(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return NULL;
    UCollator *collator = ICU(ucol_open)(locale, &status);
    return U_FAILURE(status) ? NULL : collator;
}

static inline void konak_icu_collator_close(UCollator *collator) { ICU(ucol_close)(collator); }

static inline int32_t konak_icu_compare(
    const UCollator *collator, const char *left, int32_t left_length, const char *right, int32_t right_length) {
    UErrorCode status = U_ZERO_ERROR;
    return ICU(ucol_strcollUTF8)(collator, left, left_length, right, right_length, &status);
}

static inline int32_t konak_icu_sort_key(
    const UCollator *collator, const UChar *text, int32_t length, uint8_t *out, int32_t capacity) {
    return ICU(ucol_getSortKey)(collator, text, length, out, capacity);
}
#endif
