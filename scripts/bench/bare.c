// What the database routes of `konak bench` cost at least: the same statements and answers from a server that does
// nothing else. One epoll loop a core, libpq in pipeline mode, no log, no limits, no deadlines; any fault ends it.
//
//     bare PORT URL CONNECTIONS DEPTH     connections of each loop, requests on the way on each of them
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <libpq-fe.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { LOOPS = 2, EVENTS = 256, HEAD = 4096, MOST_DEPTH = 64, HEADER = 160, ANSWER = 64 * 1024 };
enum kind { LISTENER, CLIENT, LINK };
enum route { ROW, LIST, INSERT };

struct client {
    enum kind kind;
    int socket;
    bool busy, closing;
    enum route route;
    uint8_t id[16];  // of the customer it inserts
    size_t length;
    struct client *next;  // in the line of those who wait for a connection
    char head[HEAD];
};

struct link {
    enum kind kind;
    PGconn *database;
    PGresult *rows;  // of the request in front: the last statement's
    struct client *clients[MOST_DEPTH];
    unsigned first, count;
};

struct loop {
    enum kind kind;
    int epoll, listener;
    uint64_t random;
    struct link *links;
    struct client *first, *last;
    char answer[HEADER + ANSWER];
};

static const char *url;
static int port, connections, depth;

static void need(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "bare: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void watch(struct loop *loop, int socket, void *what) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = what};
    need(epoll_ctl(loop->epoll, EPOLL_CTL_ADD, socket, &event) == 0, "epoll_ctl");
}

// The database

enum { UUID = 2950, INT8 = 20 };
#define COLUMNS "SELECT id, name, email, stage, amount, updated_at FROM bench.customer WHERE tenant_id = kernel.tenant() "
static const struct { const char *name, *sql; int binds; Oid types[2]; } statements[] = {
    {"enter", "SELECT kernel.enter($1)", 1, {UUID}},
    {"row", COLUMNS "AND id = $1", 1, {UUID}},
    {"list", COLUMNS "ORDER BY updated_at DESC, id LIMIT 50", 0, {0}},
    {"customer", "INSERT INTO bench.customer (tenant_id, id, name, email, stage, amount) VALUES (kernel.tenant(), $1, "
        "'Yeni müşteri', 'yeni@ornek.example', 'open', $2)", 2, {UUID, INT8}},
    {"audit", "INSERT INTO bench.audit (tenant_id, id, action, subject) VALUES (kernel.tenant(), $1, 'customer.created', $2)",
        2, {UUID, UUID}},
};

static void open_link(struct loop *loop, struct link *link) {
    link->kind = LINK;
    link->database = PQconnectdb(url);
    need(PQstatus(link->database) == CONNECTION_OK, PQerrorMessage(link->database));
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        PGresult *result = PQprepare(
            link->database, statements[i].name, statements[i].sql, statements[i].binds, statements[i].types);
        need(PQresultStatus(result) == PGRES_COMMAND_OK, PQerrorMessage(link->database));
        PQclear(result);
    }
    need(PQsetnonblocking(link->database, 1) == 0 && PQenterPipelineMode(link->database), "pipeline mode");
    watch(loop, PQsocket(link->database), link);
}

static void execute(struct link *link, const char *name, int count, const void *a, int length, const void *b, int more) {
    const char *values[] = {a, b};
    const int lengths[] = {length, more}, formats[] = {1, 1};
    need(PQsendQueryPrepared(link->database, name, count, values, lengths, formats, 0), "send");
}

static uint64_t draw(struct loop *loop) {
    uint64_t value = loop->random += 0x9E3779B97F4A7C15;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
    value = (value ^ value >> 27) * 0x94D049BB133111EB;
    return value ^ value >> 31;
}

// One of the thousand tenants or customers of data.sql: ids in decimal digits.
static void draw_id(struct loop *loop, uint64_t first, uint8_t *id) {
    uint64_t n = draw(loop) % 1000, low = htobe64(first | n % 10 | n / 10 % 10 << 4 | n / 100 << 8);
    memcpy(id, (uint8_t[]){0, 0, 0, 0, 0, 0, 0x70, 0}, 8);
    memcpy(id + 8, &low, 8);
}

static void make_id(struct loop *loop, uint8_t *id) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t milliseconds = now.tv_sec * 1000ull + now.tv_nsec / 1000000, random = draw(loop);
    uint64_t high = htobe64(milliseconds << 16 | 0x7000 | (random & 0xFFF)), low = htobe64(draw(loop) >> 2 | 1ull << 63);
    memcpy(id, &high, 8);
    memcpy(id + 8, &low, 8);
}

static void submit(struct loop *loop, struct link *link, struct client *client) {
    uint8_t id[16];
    link->clients[(link->first + link->count++) % MOST_DEPTH] = client;
    draw_id(loop, 0x8000000000000000, id);
    execute(link, "enter", 1, id, 16, 0, 0);
    if (client->route == ROW) {
        draw_id(loop, 0x9000000000000000, id);
        execute(link, "row", 1, id, 16, 0, 0);
    } else if (client->route == LIST) {
        execute(link, "list", 0, 0, 0, 0, 0);
    } else {
        int64_t amount = htobe64(draw(loop) >> 40);
        make_id(loop, client->id);
        make_id(loop, id);
        execute(link, "customer", 2, client->id, 16, &amount, 8);
        execute(link, "audit", 2, id, 16, client->id, 16);
    }
    // Requests are small and few: the socket always has room.
    need(PQpipelineSync(link->database) && PQflush(link->database) == 0, "sync");
}

// The least busy connection, or the end of the line.
static void place(struct loop *loop, struct client *client) {
    struct link *best = loop->links;
    for (struct link *link = best + 1; link < loop->links + connections; link++) if (link->count < best->count) best = link;
    if (best->count < (unsigned)depth) return submit(loop, best, client);
    client->next = 0;
    if (loop->first) loop->last->next = client; else loop->first = client;
    loop->last = client;
}

// Answers

// Eight bytes at a time while none of them needs an escape.
static char *copy_escaped(char *to, const char *from, size_t length) {
    const uint64_t ones = 0x0101010101010101;
    for (; length >= 8; from += 8, to += 8, length -= 8) {
        uint64_t word, quote, slash;
        memcpy(&word, from, 8);
        quote = word ^ ones * '"', slash = word ^ ones * '\\';
        if (((word - ones * 0x20 & ~word) | (quote - ones & ~quote) | (slash - ones & ~slash)) & ones * 0x80) break;
        memcpy(to, from, 8);
    }
    for (; length; from++, length--) {
        if ((uint8_t)*from < 0x20) to += sprintf(to, "\\u%04x", *from);
        else {
            if (*from == '"' || *from == '\\') *to++ = '\\';
            *to++ = *from;
        }
    }
    return to;
}

static char *write_row(char *to, const PGresult *rows, int row) {
    static const struct { const char *text; size_t length; } before[] = {
#define BEFORE(text) {text, sizeof text - 1}
        BEFORE("{\"id\":\""), BEFORE("\",\"name\":\""), BEFORE("\",\"email\":\""), BEFORE("\",\"stage\":\""),
        BEFORE("\",\"amount\":"), BEFORE(",\"updatedAt\":\"")};
    for (int column = 0; column < 6; column++) {
        to = (char *)memcpy(to, before[column].text, before[column].length) + before[column].length;
        to = copy_escaped(to, PQgetvalue(rows, row, column), PQgetlength(rows, row, column));
    }
    return (char *)memcpy(to, "\"}", 2) + 2;
}

static char *write_body(char *to, const struct client *client, const PGresult *rows) {
    if (client->route == ROW) return write_row(to, rows, 0);
    if (client->route == LIST) {
        int count = PQntuples(rows);
        *to++ = '[';
        for (int row = 0; row < count; row++) to = write_row(to, rows, row), *to++ = row + 1 < count ? ',' : ']';
        return to;
    }
    to += sprintf(to, "{\"id\":\"");
    for (int i = 0; i < 16; i++) to += sprintf(to, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", client->id[i]);
    return to + sprintf(to, "\"}");
}

static void serve(struct loop *loop, struct client *client);

static void answer(struct loop *loop, struct client *client, const PGresult *rows) {
    char *body = loop->answer + HEADER, *end = write_body(body, client, rows), header[HEADER];
    int length = sprintf(header, "HTTP/1.1 %s\r\ncontent-type: application/json\r\ncontent-length: %zd\r\n\r\n",
        client->route == INSERT ? "201 Created" : "200 OK", end - body);
    memcpy(body - length, header, length);
    client->busy = false;
    // A connection that asks for one thing at a time always has room for its answer.
    bool sent = send(client->socket, body - length, end - body + length, MSG_NOSIGNAL) == end - body + length;
    if (!sent || client->closing) close(client->socket), free(client);
    else serve(loop, client);
}

static void receive(struct loop *loop, struct link *link) {
    need(PQconsumeInput(link->database), "the database");
    while (link->count && !PQisBusy(link->database)) {
        PGresult *result = PQgetResult(link->database);
        if (!result) continue;  // the end of a statement
        ExecStatusType status = PQresultStatus(result);
        if (status != PGRES_PIPELINE_SYNC) {
            need(status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK, PQresultErrorMessage(result));
            PQclear(link->rows);
            link->rows = result;
            continue;
        }
        PQclear(result);
        struct client *client = link->clients[link->first++ % MOST_DEPTH], *next = loop->first;
        link->count--;
        if (next) loop->first = next->next, submit(loop, link, next);
        answer(loop, client, link->rows);
    }
}

// Requests

static void serve(struct loop *loop, struct client *client) {
    char *end = client->busy ? 0 : memmem(client->head, client->length, "\r\n\r\n", 4);
    if (!end) return need(client->length < HEAD, "a head of its size");
    size_t length = end + 4 - client->head;
    const char *path = memmem(client->head, length, " /bench/", 8);
    need(path, "an unknown path");
    client->route = path[8] == 'r' ? ROW : path[8] == 'l' ? LIST : INSERT;
    client->closing = memmem(client->head, length, "connection: close", 17);
    client->busy = true;
    memmove(client->head, end + 4, client->length -= length);
    place(loop, client);
}

static void read_client(struct loop *loop, struct client *client) {
    ssize_t count = recv(client->socket, client->head + client->length, HEAD - client->length, 0);
    if (count < 0 && errno == EAGAIN) return;
    if (count > 0) {
        client->length += count;
        return serve(loop, client);
    }
    epoll_ctl(loop->epoll, EPOLL_CTL_DEL, client->socket, 0);
    client->closing = true;  // once its answer has come
    if (!client->busy) close(client->socket), free(client);
}

static void accept_client(struct loop *loop) {
    int socket = accept4(loop->listener, 0, 0, SOCK_NONBLOCK);
    if (socket < 0) return;
    struct client *client = malloc(sizeof *client);
    need(client, "malloc");
    client->kind = CLIENT, client->socket = socket, client->length = 0, client->busy = client->closing = false;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    watch(loop, socket, client);
}

static void listen_to(struct loop *loop) {
    struct sockaddr_in address = {AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}, {0}};
    loop->kind = LISTENER;
    loop->listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    setsockopt(loop->listener, SOL_SOCKET, SO_REUSEPORT, &(int){1}, sizeof(int));
    need(bind(loop->listener, (struct sockaddr *)&address, sizeof address) == 0, "bind");
    need(listen(loop->listener, 1024) == 0, "listen");
    watch(loop, loop->listener, loop);
}

static void *run(void *argument) {
    struct loop *loop = calloc(1, sizeof *loop);
    loop->epoll = epoll_create1(0);
    loop->random = (uint64_t)time(0) << 32 ^ (uintptr_t)loop;
    loop->links = calloc(connections, sizeof *loop->links);
    for (int i = 0; i < connections; i++) open_link(loop, loop->links + i);
    for (listen_to(loop);;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(loop->epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            void *what = events[i].data.ptr;
            switch (*(enum kind *)what) {
            case LISTENER: accept_client(loop); break;
            case CLIENT: read_client(loop, what); break;
            case LINK: receive(loop, what); break;
            }
        }
    }
    return argument;
}

int main(int count, char **arguments) {
    need(count == 5, "bare PORT URL CONNECTIONS DEPTH");
    port = atoi(arguments[1]), url = arguments[2], connections = atoi(arguments[3]), depth = atoi(arguments[4]);
    need(connections > 0 && depth > 0 && depth <= MOST_DEPTH, "CONNECTIONS DEPTH");
    pthread_t thread;
    for (int i = 1; i < LOOPS; i++) need(pthread_create(&thread, 0, run, 0) == 0, "pthread_create");
    return run(0) != 0;
}
