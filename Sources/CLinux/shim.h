// What the loop needs of Linux and the Glibc module does not show.
#pragma once
#include <signal.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// These are not visible to Swift through the feature macros it uses.
int accept4(int, struct sockaddr *restrict, socklen_t *restrict, int);
int pipe2(int [2], int);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict, const char *restrict);

static inline int konak_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

static inline int konak_change_folder(posix_spawn_file_actions_t *restrict actions, const char *restrict folder) {
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}

static inline int konak_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

static inline int konak_accept(int listener, struct sockaddr *restrict address, socklen_t *restrict length) {
    return accept4(listener, address, length, 02000000 | 04000);  // SOCK_CLOEXEC | SOCK_NONBLOCK
}

static inline int konak_wait_code(int status) {
    return (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f);
}

// ioctl is variadic: Swift cannot call it.
static inline int konak_unacknowledged(int socket) {
    int count = 0;
    return ioctl(socket, TIOCOUTQ, &count) == 0 ? count : 0;
}
