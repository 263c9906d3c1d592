// The other yardstick of the database routes: the same statements and answers from a C server that does nothing else.
// One epoll loop a core, libpq in pipeline mode; no log, no limits, no deadlines, and any fault ends it.
// Called with the port, the database's URL, the connections of each loop and the requests at a time on each of them.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <libpq-fe.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "bare-json.h"

enum { LOOPS = 2, EVENTS = 256, HEAD = 4096, MOST_DEPTH = 64, HEADER = 160, ANSWER = 64 * 1024 };
enum kind { LISTENER, CLIENT, LINK };  // what stands first in whatever epoll may name

struct client {
    enum kind kind;
    int socket;
    bool busy, gone, last;
    char route;           // the first letter of row, list, insert
    uint8_t id[16];       // of the customer it inserts
    struct client *next;  // in the line of those who wait for a connection
    size_t length;
    char head[HEAD];
};

struct link {
    enum kind kind;
    PGconn *database;
    PGresult *rows;  // of the last statement that the request in front has an answer to
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

#define CUSTOMER \
    "SELECT id, name, email, stage, amount, updated_at FROM bench.customer WHERE tenant_id = kernel.tenant() "
static const struct { const char *name, *sql; } statements[] = {
    {"enter", "SELECT kernel.enter($1)"},
    {"row", CUSTOMER "AND id = $1"},
    {"list", CUSTOMER "ORDER BY updated_at DESC, id LIMIT 50"},
    {"customer", "INSERT INTO bench.customer (tenant_id, id, name, email, stage, amount) "
                 "VALUES (kernel.tenant(), $1, 'Yeni müşteri', 'yeni@ornek.example', 'open', $2)"},
    {"audit", "INSERT INTO bench.audit (tenant_id, id, action, subject) "
              "VALUES (kernel.tenant(), $1, 'customer.created', $2)"}};
static int port, connections, depth;
static const char *url;

static void need(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "bare: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void watch(struct loop *loop, int socket, void *what) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = what};
    need(epoll_ctl(loop->epoll, EPOLL_CTL_ADD, socket, &event) == 0, "epoll_ctl");
}

static uint64_t draw(struct loop *loop) {
    uint64_t value = loop->random += 0x9E3779B97F4A7C15;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
    value = (value ^ value >> 27) * 0x94D049BB133111EB;
    return value ^ value >> 31;
}

// One of the thousand tenants or customers of data.sql: ids in decimal digits.
static void draw_id(struct loop *loop, uint8_t *id, uint64_t first) {
    uint64_t n = draw(loop) % 1000;
    memcpy(id, (uint64_t[]){htobe64(0x7000), htobe64(first | n % 10 | n / 10 % 10 << 4 | n / 100 << 8)}, 16);
}

// A new UUIDv7.
static void make_id(struct loop *loop, uint8_t *id) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t high = (now.tv_sec * 1000ull + now.tv_nsec / 1000000) << 16 | 0x7000 | draw(loop) >> 52;
    memcpy(id, (uint64_t[]){htobe64(high), htobe64(draw(loop) >> 2 | 1ull << 63)}, 16);
}

static void execute(struct link *link, const char *name, int count, const void *a, const void *b, int length) {
    const char *values[] = {a, b};
    const int lengths[] = {16, length}, formats[] = {1, 1};
    need(PQsendQueryPrepared(link->database, name, count, values, lengths, formats, 0), "send");
}

static void submit(struct loop *loop, struct link *link, struct client *client) {
    uint8_t id[16];
    link->clients[(link->first + link->count++) % MOST_DEPTH] = client;
    draw_id(loop, id, 0x8000000000000000);
    execute(link, "enter", 1, id, 0, 0);
    if (client->route == 'r') {
        draw_id(loop, id, 0x9000000000000000);
        execute(link, "row", 1, id, 0, 0);
    } else if (client->route == 'l') execute(link, "list", 0, 0, 0, 0);
    else {
        int64_t amount = htobe64(draw(loop) >> 40);
        make_id(loop, client->id);
        make_id(loop, id);
        execute(link, "customer", 2, client->id, &amount, 8);
        execute(link, "audit", 2, id, client->id, 16);
    }
    // Requests are small and few: the socket always has room for them.
    need(PQpipelineSync(link->database) && PQflush(link->database) == 0, "sync");
}

// On the least busy connection, or at the end of the line.
static void place(struct loop *loop, struct client *client) {
    struct link *best = loop->links;
    for (int i = 1; i < connections; i++) if (loop->links[i].count < best->count) best = loop->links + i;
    if (best->count < (unsigned)depth) return submit(loop, best, client);
    client->next = 0;
    if (loop->first) loop->last->next = client; else loop->first = client;
    loop->last = client;
}

static char *write_body(char *to, const struct client *client, const PGresult *rows) {
    if (client->route == 'r') return write_row(to, rows, 0);
    if (client->route == 'l') {
        *to = '[';
        for (int row = 0; row < PQntuples(rows); row++) to = write_row(to + 1, rows, row), *to = ',';
        *to = ']';
        return to + 1;
    }
    to = copy(to, "{\"id\":\"", 7);
    for (int i = 0; i < 16; i++) to += sprintf(to, "-%02x" + (i != 4 && i != 6 && i != 8 && i != 10), client->id[i]);
    return copy(to, "\"}", 2);
}

static void serve(struct loop *loop, struct client *client) {
    char *end = client->busy ? 0 : memmem(client->head, client->length, "\r\n\r\n", 4);
    if (!end) return need(client->length < HEAD, "a head of its size");
    end += 4;
    char *path = memmem(client->head, end - client->head, " /bench/", 8);
    need(path, "an unknown path");
    client->route = path[8], client->busy = true;
    client->last = memmem(client->head, end - client->head, "connection: close", 17);
    memmove(client->head, end, client->length -= end - client->head);
    place(loop, client);
}

static void answer(struct loop *loop, struct client *client, const PGresult *rows) {
    char *body = loop->answer + HEADER, *end = write_body(body, client, rows), header[HEADER];
    int length = sprintf(header, "HTTP/1.1 %s\r\ncontent-type: application/json\r\ncontent-length: %zd\r\n\r\n",
        client->route == 'i' ? "201 Created" : "200 OK", end - body);
    copy(body - length, header, length);
    client->busy = false;
    if (client->gone) return free(client);
    // Who asks for one thing at a time always has room for its answer; who does not take it is about to be gone.
    send(client->socket, body - length, end - body + length, MSG_NOSIGNAL);
    if (client->last) shutdown(client->socket, SHUT_WR); else serve(loop, client);
}

static void receive(struct loop *loop, struct link *link) {
    need(PQconsumeInput(link->database), "the database");
    while (link->count && !PQisBusy(link->database)) {
        PGresult *result = PQgetResult(link->database);
        ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_PIPELINE_SYNC) {
            struct client *client = link->clients[link->first++ % MOST_DEPTH], *next = loop->first;
            link->count--;
            if (next) loop->first = next->next, submit(loop, link, next);
            answer(loop, client, link->rows);
            PQclear(result);
        } else if (result) {  // without: the end of a statement
            need(status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK, PQresultErrorMessage(result));
            PQclear(link->rows);
            link->rows = result;
        }
    }
}

static void read_client(struct loop *loop, struct client *client) {
    ssize_t count = recv(client->socket, client->head + client->length, HEAD - client->length, 0);
    client->length += count > 0 ? count : 0;
    if (count > 0) return serve(loop, client);
    close(client->socket);
    client->gone = true;
    if (!client->busy) free(client);
}

static void accept_client(struct loop *loop) {
    struct client *client = calloc(1, sizeof *client);
    client->kind = CLIENT, client->socket = accept4(loop->listener, 0, 0, SOCK_NONBLOCK);
    watch(loop, client->socket, client);
}

static void listen_to(struct loop *loop) {
    struct sockaddr_in address = {AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}};
    loop->listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(loop->listener, SOL_SOCKET, SO_REUSEPORT, &(int){1}, sizeof(int));
    need(bind(loop->listener, (void *)&address, sizeof address) == 0 && listen(loop->listener, 999) == 0, "listen");
    watch(loop, loop->listener, loop);
}

static void open_link(struct loop *loop, struct link *link) {
    link->kind = LINK, link->database = PQconnectdb(url);
    need(PQstatus(link->database) == CONNECTION_OK, PQerrorMessage(link->database));
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        PQclear(PQprepare(link->database, statements[i].name, statements[i].sql, 0, 0));
    need(PQsetnonblocking(link->database, 1) == 0 && PQenterPipelineMode(link->database), "pipeline mode");
    watch(loop, PQsocket(link->database), link);
}

static void *run(void *argument) {
    struct loop *loop = calloc(1, sizeof *loop);
    loop->epoll = epoll_create1(0), loop->random = (uint64_t)time(0) << 32 ^ (uintptr_t)loop;
    loop->links = calloc(connections, sizeof *loop->links);
    for (int i = 0; i < connections; i++) open_link(loop, loop->links + i);
    for (listen_to(loop);;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(loop->epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            enum kind *what = events[i].data.ptr;
            if (*what == LISTENER) accept_client(loop);
            else if (*what == CLIENT) read_client(loop, (struct client *)what);
            else receive(loop, (struct link *)what);
        }
    }
    return argument;
}

int main(int count, char **arguments) {
    need(count == 5, "four arguments are needed");
    port = atoi(arguments[1]), url = arguments[2], connections = atoi(arguments[3]), depth = atoi(arguments[4]);
    need(depth <= MOST_DEPTH, "so deep a pipeline");
    pthread_t thread;
    for (int i = 1; i < LOOPS; i++) need(pthread_create(&thread, 0, run, 0) == 0, "pthread_create");
    return run(0) != 0;
}
