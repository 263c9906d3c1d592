// What is used of GMime and GLib, declared here: their own headers need search paths and flags the package manager
// refuses, and drag in a thousand types. GMime casts its classes with macros; to C they are all plain pointers.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct _GMimeObject GMimeObject;
typedef struct _GMimeStream GMimeStream;
typedef struct _GMimeDataWrapper GMimeDataWrapper;
typedef struct _GMimeFormatOptions GMimeFormatOptions;
typedef struct _GDateTime GDateTime;
typedef struct _GByteArray {
    uint8_t *data;
    unsigned int len;
} GByteArray;

enum {
    KONAK_GMIME_SENDER = 0,
    KONAK_GMIME_FROM = 1,
    KONAK_GMIME_REPLY_TO = 2,
    KONAK_GMIME_TO = 3,
    KONAK_GMIME_CC = 4,
};
enum {
    KONAK_GMIME_7BIT = 1,
    KONAK_GMIME_8BIT = 2,
    KONAK_GMIME_BASE64 = 4,
    KONAK_GMIME_QUOTED_PRINTABLE = 5,
};
enum { KONAK_GMIME_CRLF = 1 };

void g_mime_init(void);
void g_object_unref(void *object);

GMimeObject *g_mime_message_new(int pretty_headers);
void g_mime_message_add_mailbox(GMimeObject *message, int type, const char *name, const char *addr);
void g_mime_message_set_subject(GMimeObject *message, const char *subject, const char *charset);
void g_mime_message_set_date(GMimeObject *message, GDateTime *date);
void g_mime_message_set_message_id(GMimeObject *message, const char *message_id);
void g_mime_message_set_mime_part(GMimeObject *message, GMimeObject *mime_part);

void g_mime_object_set_header(GMimeObject *object, const char *header, const char *value, const char *charset);
void g_mime_object_set_content_type_parameter(GMimeObject *object, const char *name, const char *value);
void g_mime_object_set_disposition(GMimeObject *object, const char *disposition);
void g_mime_object_set_content_id(GMimeObject *object, const char *content_id);
ssize_t g_mime_object_write_to_stream(GMimeObject *object, GMimeFormatOptions *options, GMimeStream *stream);

GMimeObject *g_mime_part_new_with_type(const char *type, const char *subtype);
void g_mime_part_set_content_encoding(GMimeObject *part, int encoding);
void g_mime_part_set_filename(GMimeObject *part, const char *filename);
void g_mime_part_set_content(GMimeObject *part, GMimeDataWrapper *content);

GMimeObject *g_mime_multipart_new_with_subtype(const char *subtype);
void g_mime_multipart_add(GMimeObject *multipart, GMimeObject *part);
void g_mime_multipart_set_boundary(GMimeObject *multipart, const char *boundary);

GMimeFormatOptions *g_mime_format_options_new(void);
void g_mime_format_options_free(GMimeFormatOptions *options);
void g_mime_format_options_set_newline_format(GMimeFormatOptions *options, int newline);
void g_mime_format_options_set_param_encoding_method(GMimeFormatOptions *options, int method);

GMimeStream *g_mime_stream_mem_new_with_buffer(const char *buffer, size_t len);
GMimeStream *g_mime_stream_mem_new_with_byte_array(GByteArray *array);
void g_mime_stream_mem_set_owner(GMimeStream *stream, int owner);
GMimeDataWrapper *g_mime_data_wrapper_new_with_stream(GMimeStream *stream, int encoding);

GByteArray *g_byte_array_new(void);
void g_byte_array_unref(GByteArray *array);
GDateTime *g_date_time_new_from_unix_utc(int64_t seconds);
void g_date_time_unref(GDateTime *date);
