#ifndef KONAK_PHONE_H
#define KONAK_PHONE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A phone number as libphonenumber reads it. Plain fields of fixed size: nothing is allocated across the border.
typedef struct {
    int32_t fault;       // PhoneNumberUtil::ErrorType; none of the rest is set when it is not zero
    int32_t possibility; // PhoneNumberUtil::ValidationResult
    int32_t kind;        // PhoneNumberUtil::PhoneNumberType
    int32_t calling_code;
    bool is_valid;
    char country[4]; // empty where the calling code is of no country
    char e164[24];
    char national[64];
    char international[64];
    char extension[24];
} konak_phone_number;

// The longest text that is read, in bytes.
#define KONAK_PHONE_LONGEST 200

// Zero when it was read, or could not be for a reason in `fault`; anything else when the library failed.
typedef int32_t (*konak_phone_reader)(
    const char *text, size_t length, const char *country, konak_phone_number *number);

#ifdef __cplusplus
extern "C" {
#endif
int32_t konak_phone_read(const char *text, size_t length, const char *country, konak_phone_number *number);
// The calling code of a country; zero for one that has none.
int32_t konak_phone_calling_code(const char *country);
#ifdef __cplusplus
}
#endif
#endif
