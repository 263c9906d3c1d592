// A row of bench.customer as JSON, byte for byte as the bench routes write it.
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static char *copy(char *to, const char *from, size_t length) { return (char *)memcpy(to, from, length) + length; }

// As it stands, eight bytes at a time, up to the first byte that needs an escape; the rest one by one.
static char *copy_escaped(char *to, const char *from, size_t length) {
    const uint64_t ones = 0x0101010101010101;
    for (uint64_t word; length >= 8; from += 8, length -= 8) {
        memcpy(&word, from, 8);
        uint64_t quote = word ^ ones * '"', slash = word ^ ones * '\\';
        if (((word - ones * ' ' & ~word) | (quote - ones & ~quote) | (slash - ones & ~slash)) & ones * 0x80) break;
        to = copy(to, from, 8);
    }
    for (; length; from++, length--) {
        if (*from == '"' || *from == '\\') *to++ = '\\';
        if ((uint8_t)*from < ' ') to += sprintf(to, "\\u%04x", *from); else *to++ = *from;
    }
    return to;
}

static char *write_row(char *to, const PGresult *rows, int row) {
    static const char *before[] = {
        "{\"id\":\"", "\",\"name\":\"", "\",\"email\":\"", "\",\"stage\":\"", "\",\"amount\":", ",\"updatedAt\":\""};
    for (int column = 0; column < 6; column++) {
        to = copy(to, before[column], strlen(before[column]));
        to = copy_escaped(to, PQgetvalue(rows, row, column), PQgetlength(rows, row, column));
    }
    return copy(to, "\"}", 2);
}
