"""Reads phone numbers by PyPI's `phonenumbers` of the same edition as libphonenumber, for the test to compare with.

Prints a line for each number: the country it is read in, the text, and either the fault or what was read, by tabs."""

import random
import re

import phonenumbers as p

FAULTS = {0: "unknownCallingCode", 1: "notANumber", 2: "tooShort", 3: "tooShort", 4: "tooLong"}
KINDS = {
    0: "fixed", 1: "mobile", 2: "fixedOrMobile", 3: "tollFree", 4: "premiumRate", 5: "sharedCost", 6: "voip", 7: "personal",
    8: "pager", 9: "company", 10: "voicemail",
}
VALIDITIES = {4: "localOnly", 2: "tooShort", 5: "wrongLength", 3: "tooLong"}
TURKISH = [
    "0532 123 45 67", "532 123 45 67", "+90 532 123 45 67", "0090 532 123 45 67", "90 532 123 45 67", "(0532) 123-45-67",
    "0 (532) 123 45 67", "+90 (0) 532 123 45 67", "0532.123.45.67", "0532 123 45 6", "0532 123 45 678", "0850 222 33 44",
    "444 1 444", "4441444", "+90 444 1 444", "0 212 444 14 44", "0212 345 67 89", "0216 345 67 89", "0800 123 45 67",
    "0900 123 45 67", "0512 123 45 67", "0822 123 45 67", "112", "155", "٠٥٣٢١٢٣٤٥٦٧", "۰۵۳۲۱۲۳۴۵۶۷", "０５３２１２３４５６７",
    "0212 345 67 89 ext. 123", "0212 345 67 89 x123", "0212-345-67-89;ext=7", "+", "++90", "0", "00",
    "+9", "abc", "0532 abc", "0532ABCDEFG", "tel:+90-532-123-45-67", "+905321234567", "+90 1", "+999 123 456", "+800 1234 5678",
    "+888 123 456 789 01", "+1 212 555 01 23", "+44 7400 123456", "+49 30 123456", "+994 50 123 45 67", "+357 96 123456",
    "+90 392 123 45 67", "+90 533 876 54 32", "0​532 123 45 67", " 0532 123 45 67 ", "0532\u00a0123\u00a045\u00a067",
    "+90 (532 123 45 67", "5321234567", "05321234567;phone-context=+90", "0" * 60, "1" * 199,
]


def judged(text, country):
    try:
        number = p.parse(text, country)
    except p.NumberParseException as error:
        return [FAULTS[error.error_type]]
    plain = p.PhoneNumber()
    plain.merge_from(number)
    plain.extension = None
    region = p.region_code_for_number(number) or ""
    possible = p.is_possible_number_with_reason(number)
    validity = "valid" if p.is_valid_number(number) else VALIDITIES.get(possible, "unassigned")
    return [
        "", p.format_number(number, p.PhoneNumberFormat.E164), str(number.country_code), region if len(region) == 2 else "",
        KINDS.get(p.number_type(number), "unknown"), validity,
        p.format_number(plain, p.PhoneNumberFormat.NATIONAL), p.format_number(plain, p.PhoneNumberFormat.INTERNATIONAL),
        number.extension or "",
    ]


def numbers():
    for text in TURKISH:
        yield text, "TR"
        yield text, "DE"
    dice = random.Random(3)
    for region in sorted(p.SUPPORTED_REGIONS):
        for kind in range(0, 11):
            example = p.example_number_for_type(region, kind)
            if example is None:
                continue
            for form in (p.PhoneNumberFormat.NATIONAL, p.PhoneNumberFormat.E164, p.PhoneNumberFormat.INTERNATIONAL):
                yield p.format_number(example, form), region
            # A neighbour, and one with a digit too few or too many.
            digits = p.format_number(example, p.PhoneNumberFormat.E164)
            place = dice.randrange(3, len(digits))
            yield digits[:place] + dice.choice("0123456789") + digits[place + 1:], "TR"
            yield digits[:-1], "TR"
            yield digits + dice.choice("0123456789"), "TR"
    for _ in range(2000):
        text = "".join(dice.choice("0123456789+-() ./x#*;,=ea٣") for _ in range(dice.randrange(1, 25)))
        yield text, dice.choice(["TR", "US", "GB", "DE", "BR", "CI"])


for text, country in numbers():
    assert not re.search(r"[\t\n]", text)
    print("\t".join([country, text] + judged(text, country)))
