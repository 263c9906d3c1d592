// Past 80 lines: a program in another language is one text.
/// What a printing process is kept from, in the language of its program. Each measure is taken where the kernel has it; the
/// words of those that hold are told with the first answer, so that somebody can say what lacks.
enum PrinterCell {
    /// One measure.
    enum Measure: String, CaseIterable, Sendable {
        /// A network of its own, in which there is nothing.
        case network
        /// A user of its own, where the server is root. Another server's printing processes run as it does.
        case user
        /// No file but those of the system's programs and typefaces, and its own folder.
        case files
        /// No socket, no new program, no new process, no look into other processes and no word to them.
        case calls
    }

    /// `part_from_machine` before anything is loaded, `keep_in` once everything is.
    static let text = #"""
        from ctypes import CDLL, POINTER, Structure, byref, c_long, c_ubyte, c_uint, c_ulonglong, c_ushort
        from os import O_CLOEXEC, O_PATH, chown, close, environ, geteuid, open as open_path, path, setgid, setgroups
        from os import setuid, uname

        libc = CDLL(None)
        libc.syscall.restype = c_long
        NOBODY = 65534

        def part_from_machine():
            holds = []
            is_root = geteuid() == 0
            if libc.unshare(0x40000000) == 0 or not is_root and libc.unshare(0x50000000) == 0:
                holds.append('network')
            if is_root:
                chown(environ['TMPDIR'], NOBODY, NOBODY)
                setgroups([])
                setgid(NOBODY)
                setuid(NOBODY)
                holds.append('user')
            libc.prctl(38, 1, 0, 0, 0)
            return holds

        def keep_in():
            return [word for word, measure in (('files', keep_files), ('calls', keep_calls)) if measure()]

        class Ruleset(Structure):
            _fields_ = [('handled', c_ulonglong)]

        class Beneath(Structure):
            _pack_ = 1
            _fields_ = [('allowed', c_ulonglong), ('folder', c_uint)]

        # Landlock: 4 is to read a file, 8 to read a folder, 2 to write into a file.
        READABLE = ['/usr', '/lib', '/lib64', '/etc/fonts', '/var/cache/fontconfig', '/dev/urandom']

        def keep_files():
            version = libc.syscall(444, None, 0, 1)
            if version < 1:
                return False
            everything = (1 << min(12 + version, 15)) - 1
            rules = libc.syscall(444, byref(Ruleset(everything)), 8, 0)
            if rules < 0:
                return False
            for place, allowed in [(place, 12) for place in READABLE] + [('/dev/null', 6), (environ['TMPDIR'], everything)]:
                try:
                    folder = open_path(place, O_PATH | O_CLOEXEC)
                except OSError:
                    continue
                if not path.isdir(place):
                    allowed &= 6
                libc.syscall(445, rules, 1, byref(Beneath(allowed, folder)), 0)
                close(folder)
            holds = libc.syscall(446, rules, 0) == 0
            close(rules)
            return holds

        class Step(Structure):
            _fields_ = [('code', c_ushort), ('yes', c_ubyte), ('no', c_ubyte), ('value', c_uint)]

        class Program(Structure):
            _fields_ = [('length', c_ushort), ('steps', POINTER(Step))]

        LOAD, EQUAL, AT_LEAST, ANY_BIT, END = 0x20, 0x15, 0x35, 0x45, 0x06
        ALLOW, REFUSE, UNKNOWN, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
        # By number, on both kinds of machine: socket connect socketpair, execve execveat, kill tkill tgkill
        # rt_sigqueueinfo pidfd_send_signal, ptrace process_vm_readv process_vm_writev pidfd_open pidfd_getfd
        # process_madvise userfaultfd, mount unshare setns, keyctl add_key request_key, bpf perf_event_open io_uring_setup.
        EVERYWHERE = [424, 434, 438, 440, 425]
        MACHINES = {
            # The sign of the machine, clone, prlimit64, and all that is refused; the first has fork and vfork besides.
            'x86_64': (0xC000003E, 56, 302, [
                41, 42, 53, 59, 322, 62, 200, 234, 129, 101, 310, 311, 323, 165, 272, 308, 250, 248, 249, 321, 298, 57, 58]),
            'aarch64': (0xC00000B7, 220, 261, [
                198, 203, 199, 221, 281, 129, 130, 131, 138, 117, 270, 271, 282, 40, 97, 268, 219, 217, 218, 280, 241]),
        }

        def keep_calls():
            if uname().machine not in MACHINES:
                return False
            machine, clone, limits, refused = MACHINES[uname().machine]
            steps = [
                (LOAD, 0, 0, 4), (EQUAL, 1, 0, machine), (END, 0, 0, KILL), (LOAD, 0, 0, 0),
                # The other numbering of the first machine.
                (AT_LEAST, 0, 1, 0x40000000), (END, 0, 0, KILL),
                # A thread may be begun, a process may not; who asks by the newer call is told to ask by the older one.
                (EQUAL, 0, 4, clone), (LOAD, 0, 0, 16), (ANY_BIT, 0, 1, 0x10000), (END, 0, 0, ALLOW), (END, 0, 0, REFUSE),
                (EQUAL, 0, 1, 435), (END, 0, 0, UNKNOWN),
                # Limits: its own, nobody else's.
                (EQUAL, 0, 4, limits), (LOAD, 0, 0, 16), (EQUAL, 0, 1, 0), (END, 0, 0, ALLOW), (END, 0, 0, REFUSE),
            ]
            for number in refused + EVERYWHERE:
                steps += [(EQUAL, 0, 1, number), (END, 0, 0, REFUSE)]
            steps.append((END, 0, 0, ALLOW))
            program = Program(len(steps), (Step * len(steps))(*[Step(*step) for step in steps]))
            return libc.prctl(22, 2, byref(program), 0, 0) == 0

        """#
}
