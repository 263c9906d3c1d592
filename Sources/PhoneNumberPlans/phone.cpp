#include "konak_phone.h"

#include <cstring>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

// libphonenumber behind C. Nothing is thrown across the border: an exception that reached Swift would end the process.

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

const PhoneNumberUtil &plans() {
    // Standard output is the server's log; the library would write into it. It keeps the logger for good.
    static PhoneNumberUtil *const util = [] {
        auto *made = PhoneNumberUtil::GetInstance();
        made->SetLogger(new NullLogger());
        return made;
    }();
    return *util;
}

template <size_t size> void put(const std::string &text, char (&field)[size]) {
    const size_t length = text.size() < size ? text.size() : 0;
    std::memcpy(field, text.data(), length);
    field[length] = 0;
}

void describe(const PhoneNumberUtil &util, const PhoneNumber &read, konak_phone_number &number) {
    std::string text;
    number.possibility = util.IsPossibleNumberWithReason(read);
    number.is_valid = util.IsValidNumber(read);
    number.kind = util.GetNumberType(read);
    number.calling_code = read.country_code();
    util.GetRegionCodeForNumber(read, &text);
    if (text.size() == 2 && text != "ZZ") put(text, number.country);
    util.Format(read, PhoneNumberUtil::E164, &text);
    put(text, number.e164);
    PhoneNumber plain(read);
    plain.clear_extension();
    util.Format(plain, PhoneNumberUtil::NATIONAL, &text);
    put(text, number.national);
    util.Format(plain, PhoneNumberUtil::INTERNATIONAL, &text);
    put(text, number.international);
    put(read.extension(), number.extension);
}

} // namespace

extern "C" int32_t konak_phone_read(
    const char *text, size_t length, const char *country, konak_phone_number *number) try {
    std::memset(number, 0, sizeof *number);
    if (length > KONAK_PHONE_LONGEST) {
        number->fault = PhoneNumberUtil::TOO_LONG_NSN;
        return 0;
    }
    PhoneNumber read;
    number->fault = plans().Parse(std::string(text, length), std::string(country, strnlen(country, 2)), &read);
    if (number->fault == PhoneNumberUtil::NO_PARSING_ERROR) describe(plans(), read, *number);
    return 0;
} catch (...) {
    return -1;
}

extern "C" int32_t konak_phone_calling_code(const char *country) try {
    return plans().GetCountryCodeForRegion(std::string(country, strnlen(country, 2)));
} catch (...) {
    return 0;
}
