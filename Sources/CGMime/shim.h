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
typedef struct _GMimeContentDisposition GMimeContentDisposition;
typedef struct _GMimeParamList GMimeParamList;
typedef struct _GMimeParam GMimeParam;
typedef struct _GByteArray {
    uint8_t *data;
    unsigned int len;
} GByteArray;

enum { KONAK_GMIME_CRLF = 1 };

void g_mime_init(void);
void g_object_unref(void *object);

void g_mime_object_set_content_type_parameter(GMimeObject *object, const char *name, const char *value);
void g_mime_object_set_disposition(GMimeObject *object, const char *disposition);
GMimeContentDisposition *g_mime_object_get_content_disposition(GMimeObject *object);
void g_mime_content_disposition_set_parameter(
    GMimeContentDisposition *disposition, const char *name, const char *value);
GMimeParamList *g_mime_content_disposition_get_parameters(GMimeContentDisposition *disposition);
GMimeParam *g_mime_param_list_get_parameter(GMimeParamList *list, const char *name);
void g_mime_param_set_charset(GMimeParam *param, const char *charset);
void g_mime_object_set_content_id(GMimeObject *object, const char *content_id);
ssize_t g_mime_object_write_to_stream(GMimeObject *object, GMimeFormatOptions *options, GMimeStream *stream);

GMimeObject *g_mime_part_new_with_type(const char *type, const char *subtype);
void g_mime_part_set_content_encoding(GMimeObject *part, int encoding);
void g_mime_part_set_content(GMimeObject *part, GMimeDataWrapper *content);

GMimeObject *g_mime_multipart_new_with_subtype(const char *subtype);
void g_mime_multipart_add(GMimeObject *multipart, GMimeObject *part);
void g_mime_multipart_set_boundary(GMimeObject *multipart, const char *boundary);

GMimeFormatOptions *g_mime_format_options_new(void);
void g_mime_format_options_free(GMimeFormatOptions *options);
void g_mime_format_options_set_newline_format(GMimeFormatOptions *options, int newline);

GMimeStream *g_mime_stream_mem_new_with_buffer(const char *buffer, size_t len);
GMimeStream *g_mime_stream_mem_new_with_byte_array(GByteArray *array);
void g_mime_stream_mem_set_owner(GMimeStream *stream, int owner);
GMimeDataWrapper *g_mime_data_wrapper_new_with_stream(GMimeStream *stream, int encoding);

GByteArray *g_byte_array_new(void);
void g_byte_array_unref(GByteArray *array);
