import EventLoop
import Glibc
import Kernel
import ModuleKit
import TestKit
import Testing

@testable import Delivery

/// What a printing process is kept from, tried from within it.
@Suite("The cell of the printer")
struct PrinterCellTests {
    @Test("holds on this machine, as an ordinary user and as the system's own")
    func holds() async throws {
        try await PrinterRig.with { rig in
            let confinement = try await rig.printer.examine()
            #expect(confinement.measures.isSuperset(of: [.files, .calls]))
            #expect(confinement.measures.contains(.user) == (geteuid() == 0))
            #expect(confinement.lacks == nil && confinement.finding.level == .ok && !confinement.version.isEmpty)
        }
    }

    @Test("says what is within reach where something lacks")
    func lacks() {
        let cases: [(String, String?)] = [
            ("60 network user files calls", nil), ("60 files calls", nil), ("60 network files calls", nil),
            ("60 network user calls", "files that everybody may read"), ("60 calls", "the server's files"),
            ("60 files", "the network, the server's processes"), ("60 user network", "files that everybody may read"),
            ("60", "the network, the server's files, the server's processes"),
            ("", "the network, the server's files, the server's processes"),
        ]
        for (words, lacks) in cases {
            let confinement = PrinterConfinement(words)
            #expect(confinement.lacks == lacks, "\(words)")
            #expect((confinement.finding.level == .ok) == (lacks == nil))
        }
    }

    /// What code that broke out of the printer would try. Each line must be refused.
    private static let attempts = """
        open('/etc/passwd')
        open('/proc/self/environ')
        open('/proc/%d/environ' % parent)
        open('/tmp/konak-cell', 'w')
        __import__('os').listdir('/')
        __import__('os').kill(parent, 0)
        __import__('os').fork()
        __import__('os').execv('/bin/true', ['true'])
        __import__('socket').socket()
        __import__('socket').socketpair()
        __import__('resource').prlimit(parent, 7, (9, 9))
        """

    @Test("lets nothing out: no file, no process, no socket, no word to the server", arguments: [false, true])
    func attempts(asOrdinaryUser: Bool) async throws {
        let folder = try #require(ScratchFolder())
        // Only who is root can become another.
        guard !asOrdinaryUser || geteuid() == 0 else { return }
        if asOrdinaryUser { _ = unsafe chown(folder.path, 65_534, 65_534) }
        let script =
            PrinterCell.text + """
                from os import environ, getppid
                parent = getppid()
                part_from_machine()
                keep_in()
                for line in __import__('sys').stdin.read().splitlines():
                    try:
                        eval(line)
                        print('DONE', line)
                    except OSError as error:
                        print('refused')
                from threading import Thread
                thread = Thread(target=lambda: print('thread'))
                thread.start()
                thread.join()
                open(environ['TMPDIR'] + '/own', 'w').write('x')
                """
        let python = ["/usr/bin/python3", "-I", "-c", script]
        let become = asOrdinaryUser ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        let command = become + python
        try await PrinterRig.with { rig in
            let result = try await ChildProcess.run(
                on: rig.loop,
                ChildCommand(
                    command[0], Array(command.dropFirst()), environment: ["TMPDIR": folder.path, "HOME": folder.path]),
                input: Array(Self.attempts.utf8), timeout: .seconds(60))
            let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
            let expected = Self.attempts.split(separator: "\n").map { _ in "refused" } + ["thread"]
            #expect(lines == expected, "\(String(decoding: result.errors, as: UTF8.self))")
            #expect(result.exit == .code(0))
        }
    }

    @Test("prints as an ordinary user too")
    func ordinary() async throws {
        guard geteuid() == 0 else { return }
        // The printer's program, begun as somebody else: what a server that is not root does.
        let folder = try #require(ScratchFolder())
        _ = unsafe chown(folder.path, 65_534, 65_534)
        let request = try PrinterFrame.request(DocumentSource(html: "<p>Işıl</p>"), PrinterSettings())
        try await PrinterRig.with { rig in
            let result = try await ChildProcess.run(
                on: rig.loop,
                ChildCommand(
                    "/usr/bin/setpriv",
                    ["--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/python3", "-I", "-c"]
                        + [PrinterScript.text, "\(1 << 30)", "20", "500", "33554432"],
                    environment: ["TMPDIR": folder.path, "HOME": folder.path, "LANG": "C.UTF-8"], folder: folder.path),
                input: request, limit: 4 << 20, timeout: .seconds(60))
            let text = String(decoding: result.output, as: UTF8.self)
            #expect(text.contains("%PDF-"), "\(String(decoding: result.errors, as: UTF8.self))")
        }
    }
}
