// What the loop needs of Linux and the Glibc module does not show.
#pragma once
#include <elf.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
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

// What <link.h> shows with features that Swift does not ask for: one of the files that the process is made of.
struct konak_part {
    unsigned long address;
    const char *name;
    const Elf64_Phdr *segments;
    unsigned short count;
};
extern int konak_each_part(int (*)(struct konak_part *, size_t, void *), void *) __asm__("dl_iterate_phdr");

// Such a file had addresses written into pages that nobody may write; hardly any is left.
static inline int konak_is_relocated(const struct konak_part *part) {
    for (unsigned short number = 0; number < part->count; number++) {
        if (part->segments[number].p_type != PT_DYNAMIC) continue;
        const Elf64_Dyn *entry = (const Elf64_Dyn *)(part->address + part->segments[number].p_vaddr);
        for (; entry->d_tag != DT_NULL; entry++)
            if (entry->d_tag == DT_TEXTREL || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL))) return 1;
    }
    return 0;
}

// Only what nobody may write: such a page is as it is in the file, and comes again from there when it is touched.
static int konak_forget_part(struct konak_part *part, size_t size, void *total) {
    (void)size;
    if (konak_is_relocated(part)) return 0;
    for (unsigned short number = 0; number < part->count; number++) {
        const Elf64_Phdr *segment = &part->segments[number];
        if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W)) continue;
        unsigned long page = (unsigned long)getpagesize(), start = part->address + segment->p_vaddr;
        unsigned long end = (start + segment->p_memsz + page - 1) & ~(page - 1);
        start &= ~(page - 1);
        if (madvise((void *)start, end - start, MADV_DONTNEED) == 0) *(size_t *)total += end - start;
    }
    return 0;
}

static inline size_t konak_forget_program(void) {
    size_t total = 0;
    konak_each_part(konak_forget_part, &total);
    return total;
}
