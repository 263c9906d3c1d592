// libcurl's setters take any type; these name the types, so that Swift can call them.
#pragma once
#include <curl/curl.h>

#define KONAK_CURL_SETTER(name, type)                                                        \
    static inline CURLcode konak_curl_set_##name(CURL *easy, CURLoption option, type value) { \
        return curl_easy_setopt(easy, option, value);                                        \
    }

KONAK_CURL_SETTER(number, long)
KONAK_CURL_SETTER(large, curl_off_t)
KONAK_CURL_SETTER(text, const char *)
KONAK_CURL_SETTER(pointer, void *)
KONAK_CURL_SETTER(list, struct curl_slist *)

typedef size_t (*konak_curl_bytes)(char *, size_t, size_t, void *);
typedef curl_socket_t (*konak_curl_open)(void *, curlsocktype, struct curl_sockaddr *);
KONAK_CURL_SETTER(bytes, konak_curl_bytes)
KONAK_CURL_SETTER(open, konak_curl_open)
typedef int (*konak_curl_close)(void *, curl_socket_t);
KONAK_CURL_SETTER(close, konak_curl_close)

typedef int (*konak_curl_socket)(CURL *, curl_socket_t, int, void *, void *);
typedef int (*konak_curl_timer)(CURLM *, long, void *);

static inline CURLMcode konak_curl_multi_number(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode konak_curl_multi_pointer(CURLM *multi, CURLMoption option, void *value) {
    return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode konak_curl_multi_socket(CURLM *multi, konak_curl_socket call) {
    return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, call);
}
static inline CURLMcode konak_curl_multi_timer(CURLM *multi, konak_curl_timer call) {
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, call);
}
static inline CURLcode konak_curl_status(CURL *easy, long *status) {
    return curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, status);
}
static inline CURLcode konak_curl_owner(CURL *easy, void **owner) {
    return curl_easy_getinfo(easy, CURLINFO_PRIVATE, owner);
}
// A union in C; Swift is given what it needs of it.
static inline CURL *konak_curl_finished(CURLM *multi, CURLcode *result) {
    int left = 0;
    for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return 0;
}
