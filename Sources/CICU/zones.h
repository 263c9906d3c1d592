#ifndef KONAK_CICU_ZONES_H
#define KONAK_CICU_ZONES_H
#include "door.h"
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

static inline int32_t konak_icu_offset_of(UCalendar *calendar, double instant, UErrorCode *status) {
    ICU(ucal_setMillis)(calendar, instant, status);
    return ICU(ucal_get)(calendar, UCAL_ZONE_OFFSET, status) + ICU(ucal_get)(calendar, UCAL_DST_OFFSET, status);
}

// A calendar in a zone of the time zone database; null for a name that is not in it.
static inline UCalendar *konak_icu_calendar(const char *name) {
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[64], canonical[64];
    UBool isListed = 0;
    size_t length = strlen(name);
    if (length == 0 || length > 60 || konak_icu_library() == NULL) return NULL;
    ICU(u_charsToUChars)(name, wide, (int32_t)length + 1);
    ICU(ucal_getCanonicalTimeZoneID)(wide, (int32_t)length, canonical, 64, &isListed, &status);
    if (U_FAILURE(status) || !isListed) return NULL;
    UCalendar *calendar = ICU(ucal_open)(wide, (int32_t)length, "root", UCAL_GREGORIAN, &status);
    return U_FAILURE(status) ? NULL : calendar;
}

// The offset in milliseconds at an instant; zero for a zone that is not known.
static inline int32_t konak_icu_offset(const char *name, double instant) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar = konak_icu_calendar(name);
    if (calendar == NULL) return 0;
    int32_t offset = konak_icu_offset_of(calendar, instant, &status);
    ICU(ucal_close)(calendar);
    return U_FAILURE(status) ? 0 : offset;
}

// Fills in when the offset changes between two instants and to what, the first entry being the first instant itself;
// below zero for a zone that is not known.
static inline int32_t konak_icu_transitions(
    const char *name, double from, double until, double *starts, int32_t *offsets, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar = konak_icu_calendar(name);
    if (calendar == NULL) return -1;
    int32_t count = 0;
    UDate at = from;
    do {
        int32_t offset = konak_icu_offset_of(calendar, at, &status);
        if (count == 0 || offsets[count - 1] != offset) {
            starts[count] = at;
            offsets[count++] = offset;
        }
    } while (count < capacity && U_SUCCESS(status)
             && ICU(ucal_getTimeZoneTransitionDate)(calendar, UCAL_TZ_TRANSITION_NEXT, &at, &status) && at < until);
    ICU(ucal_close)(calendar);
    return U_FAILURE(status) ? -1 : count;
}
#endif
