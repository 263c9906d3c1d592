import CLinux
import Glibc

/// Starts a program: streams in place, every other descriptor closed, no signal blocked.
struct ChildSpawn: ~Copyable {
    private(set) var process: pid_t = 0
    /// This process's ends of the pipes; -1 where there is none.
    private(set) var ends: (input: Int32, output: Int32, errors: Int32) = (-1, -1, -1)
    private var theirs: [Int32] = []

    init(_ command: ChildCommand) throws(SystemError) {
        do throws(SystemError) {
            let input = try connect(command.input, reading: true)
            let output = try connect(command.output, reading: false)
            let errors = try connect(command.errors, reading: false)
            ends = (input.ours, output.ours, errors.ours)
            process = try Self.spawn(command, [input.theirs, output.theirs, errors.theirs])
        } catch {
            closeTheirs()
            for end in [ends.input, ends.output, ends.errors] where end >= 0 { close(end) }
            throw error
        }
        closeTheirs()
    }

    private mutating func closeTheirs() {
        for descriptor in theirs { close(descriptor) }
        theirs = []
    }

    /// The child's end and ours. Ours does not block.
    private mutating func connect(_ stream: ChildCommand.Stream, reading: Bool) throws(SystemError)
        -> (theirs: Int32, ours: Int32)
    {
        switch stream {
        case .descriptor(let descriptor): return (descriptor, -1)
        case .nothing:
            let null = try systemCall("open") { unsafe open("/dev/null", O_RDWR | O_CLOEXEC) }
            theirs.append(null)
            return (null, -1)
        case .pipe:
            var pair: [Int32] = [-1, -1]
            _ = try systemCall("pipe2") { unsafe pipe2(&pair, O_CLOEXEC) }
            let (their, our) = reading ? (pair[0], pair[1]) : (pair[1], pair[0])
            theirs.append(their)
            _ = fcntl(our, F_SETFL, fcntl(our, F_GETFL) | O_NONBLOCK)
            return (their, our)
        }
    }

    private static func spawn(_ command: ChildCommand, _ streams: [Int32]) throws(SystemError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe prepare(&actions, command, streams)
        prepare(&attributes, command)
        var process: pid_t = 0
        let code = unsafe withTexts([command.path] + command.arguments) { arguments in
            unsafe withTexts(command.environment.map { "\($0.key)=\($0.value)" }) { environment in
                unsafe posix_spawn(&process, command.path, &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw SystemError(call: "posix_spawn", code: code) }
        return process
    }

    /// The streams are first moved out of the way of 0, 1 and 2: a stream may itself be one of them.
    private static func prepare(
        _ actions: inout posix_spawn_file_actions_t, _ command: ChildCommand, _ streams: [Int32]
    ) {
        let away = (streams.max() ?? 0) + 10
        for (index, stream) in streams.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, stream, away + Int32(index))
        }
        for index in streams.indices {
            unsafe posix_spawn_file_actions_adddup2(&actions, away + Int32(index), Int32(index))
        }
        unsafe konak_close_from(&actions, 3)
        if let folder = command.folder { unsafe konak_change_folder(&actions, folder) }
    }

    /// This process blocks and ignores signals for its own reasons; the child begins as from a shell.
    private static func prepare(_ attributes: inout posix_spawnattr_t, _ command: ChildCommand) {
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let group = command.ownGroup ? POSIX_SPAWN_SETPGROUP : 0
        unsafe posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))
    }

    private static func withTexts<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { unsafe (pointers + index).initialize(to: strdup(text)) }
        unsafe (pointers + texts.count).initialize(to: nil)
        defer {
            for index in texts.indices { unsafe free(pointers[index]) }
            unsafe pointers.deallocate()
        }
        return unsafe body(pointers)
    }
}
