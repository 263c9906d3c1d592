import EventLoop
import TestKit

/// Another hand reads our mail: Python's `email`, and Debian's python3-dkim.
enum ReadMail {
    private static let loops = Result { () throws -> LoopGroup in try LoopGroup(count: 1) }

    /// Every field and every part, decoded; with what is wrong about the message, if anything is.
    static func parsed(_ message: [UInt8]) async throws -> String {
        try await python(
            "import sys, email, email.policy\n"
                + """
                message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
                for name, value in message.items(): print("%s: %s" % (name.lower(), value))
                for part in message.walk():
                    for defect in part.defects: print("DEFECT", defect)
                    if not part.is_multipart(): print(part.get_content_type()); print(part.get_content().replace("\\r\\n", "\\n"))
                print("recipients:", *[who.addr_spec for who in message["to"].addresses])
                """, message)
    }

    /// What the verifier says of the message's signatures, with a record for each name instead of the DNS.
    static func dkim(_ message: [UInt8], records: [String: String]) async throws -> String {
        let table = records.map { "b'\($0.key).': b'\($0.value)'" }.joined(separator: ", ")
        return try await python(
            "import sys, dkim\n"
                + """
                records = {\(table)}
                message = dkim.DKIM(sys.stdin.buffer.read())
                count = sum(1 for name, _ in message.headers if name.lower() == b'dkim-signature')
                print(*[message.verify(idx=index, dnsfunc=lambda name, timeout=5: records.get(name)) for index in range(count)])
                """, message)
    }

    private static func python(_ program: String, _ input: [UInt8]) async throws -> String {
        let loop = try loops.get().first
        let command = ChildCommand(
            "/usr/bin/python3", ["-c", program], environment: ["LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"])
        let result = try await Task(executorPreference: loop) {
            try await ChildProcess.run(on: loop, command, input: input, timeout: .seconds(60))
        }.value
        let (output, errors) = (
            String(decoding: result.output, as: UTF8.self), String(decoding: result.errors, as: UTF8.self)
        )
        return result.exit.isSuccess ? output : "FAILED \(errors)"
    }
}
