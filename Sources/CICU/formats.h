#ifndef KONAK_CICU_FORMATS_H
#define KONAK_CICU_FORMATS_H
#include "door.h"
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>

// ICU's own formats. The house writes numbers and dates of its two languages itself, which is quicker by far; these are
// the judge that its tests ask. Each returns the length in bytes, below zero when ICU refused.

static inline int32_t konak_icu_out(const UChar *text, int32_t length, char *out, int32_t capacity, UErrorCode status) {
    int32_t written = 0;
    if (U_FAILURE(status)) return -1;
    ICU(u_strToUTF8)(out, capacity, &written, text, length, &status);
    return U_FAILURE(status) ? -1 : written;
}

static inline int32_t konak_icu_number(
    const char *locale, const char *skeleton, const char *value, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    UChar wide[200], text[400];
    ICU(u_strFromUTF8)(wide, 200, NULL, skeleton, -1, &status);
    UNumberFormatter *formatter = ICU(unumf_openForSkeletonAndLocale)(wide, -1, locale, &status);
    UFormattedNumber *result = ICU(unumf_openResult)(&status);
    if (U_SUCCESS(status)) ICU(unumf_formatDecimal)(formatter, value, -1, result, &status);
    int32_t length = U_SUCCESS(status) ? ICU(unumf_resultToString)(result, text, 400, &status) : 0;
    ICU(unumf_closeResult)(result);
    ICU(unumf_close)(formatter);
    return konak_icu_out(text, length, out, capacity, status);
}

static inline int32_t konak_icu_date(
    const char *locale, const char *zone, const char *skeleton, double instant, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    UChar wide[100], pattern[200], name[100], text[400];
    ICU(u_strFromUTF8)(wide, 100, NULL, skeleton, -1, &status);
    ICU(u_strFromUTF8)(name, 100, NULL, zone, -1, &status);
    UDateTimePatternGenerator *generator = ICU(udatpg_open)(locale, &status);
    int32_t found = ICU(udatpg_getBestPattern)(generator, wide, -1, pattern, 200, &status);
    UDateFormat *format = ICU(udat_open)(UDAT_PATTERN, UDAT_PATTERN, locale, name, -1, pattern, found, &status);
    int32_t length = U_SUCCESS(status) ? ICU(udat_format)(format, instant, text, 400, NULL, &status) : 0;
    ICU(udat_close)(format);
    ICU(udatpg_close)(generator);
    return konak_icu_out(text, length, out, capacity, status);
}

static inline int32_t konak_icu_relative(
    const char *locale, double offset, int32_t unit, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    UChar text[400];
    URelativeDateTimeFormatter *format =
        ICU(ureldatefmt_open)(locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &status);
    int32_t length = U_SUCCESS(status)
        ? ICU(ureldatefmt_formatNumeric)(format, offset, (URelativeDateTimeUnit)unit, text, 400, &status) : 0;
    ICU(ureldatefmt_close)(format);
    return konak_icu_out(text, length, out, capacity, status);
}

// A list of letters from A on.
static inline int32_t konak_icu_list(const char *locale, int32_t isOr, int32_t count, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    UChar letters[26], text[400];
    const UChar *words[26];
    int32_t lengths[26];
    for (int32_t i = 0; i < 26; i++) letters[i] = (UChar)('A' + i), words[i] = letters + i, lengths[i] = 1;
    UListFormatter *format = ICU(ulistfmt_openForType)(
        locale, isOr ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &status);
    int32_t length = U_SUCCESS(status) && count <= 26 && count >= 0
        ? ICU(ulistfmt_format)(format, words, lengths, count, text, 400, &status) : 0;
    ICU(ulistfmt_close)(format);
    return konak_icu_out(text, length, out, capacity, status);
}

static inline int32_t konak_icu_plural(
    const char *locale, int32_t isOrdinal, double value, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (konak_icu_library() == NULL) return -1;
    UChar text[40];
    UPluralRules *rules = ICU(uplrules_openForType)(
        locale, isOrdinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, &status);
    int32_t length = U_SUCCESS(status) ? ICU(uplrules_select)(rules, value, text, 40, &status) : 0;
    ICU(uplrules_close)(rules);
    return konak_icu_out(text, length, out, capacity, status);
}
#endif
