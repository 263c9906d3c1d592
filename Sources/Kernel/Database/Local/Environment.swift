/// The variables this process was started with.
public enum Environment {
    /// Read from the kernel rather than from C's `environ`, which any thread may change. The last of two equal names wins,
    /// as no shell would produce them.
    public static func variables() -> [String: String] {
        guard let bytes = try? LocalPath("/proc/self/environ").read() else { return [:] }
        var variables: [String: String] = [:]
        for entry in bytes.split(separator: 0) {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: entry[..<equals], as: UTF8.self)
            variables[name] = String(decoding: entry[(equals + 1)...], as: UTF8.self)
        }
        return variables
    }
}
