// GMime's types are told apart by casting macros, which Swift does not see; these name what is needed of them.
#pragma once
#include <gmime/gmime.h>

static inline void konak_gmime_unref(void *object) { g_object_unref(object); }

static inline GMimeObject *konak_gmime_message_object(GMimeMessage *message) { return GMIME_OBJECT(message); }
static inline GMimeObject *konak_gmime_part_object(GMimePart *part) { return GMIME_OBJECT(part); }
static inline GMimeObject *konak_gmime_multipart_object(GMimeMultipart *multipart) { return GMIME_OBJECT(multipart); }

// A GMimeDataWrapper over a copy of the bytes.
static inline void konak_gmime_part_set_bytes(GMimePart *part, const char *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_object_unref(stream);
    g_mime_part_set_content(part, content);
    g_object_unref(content);
}

// Writes the object with CR LF; the caller frees the bytes with g_byte_array_unref.
static inline GByteArray *konak_gmime_bytes(GMimeObject *object, GMimeFormatOptions *options) {
    GByteArray *bytes = g_byte_array_new();
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    ssize_t written = g_mime_object_write_to_stream(object, options, stream);
    g_object_unref(stream);
    if (written >= 0) return bytes;
    g_byte_array_unref(bytes);
    return NULL;
}

static inline GDateTime *konak_gmime_date(gint64 seconds) { return g_date_time_new_from_unix_utc(seconds); }
