import SQL

/// Where binds are laid out for libpq. One per pool, reused: sending a statement allocates nothing here.
@safe
final class BindBuffer {
    private var bytes: [UInt8] = []
    private var capacity = 0
    private var values = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: 0)
    private var lengths = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
    private var formats = UnsafeMutablePointer<Int32>.allocate(capacity: 0)

    init() {
        bytes.reserveCapacity(4096)
        grow(to: 16)
    }

    deinit { free() }

    private func free() {
        unsafe values.deallocate()
        unsafe lengths.deallocate()
        unsafe formats.deallocate()
    }

    private func grow(to count: Int) {
        free()
        capacity = count
        unsafe values = .allocate(capacity: count)
        unsafe lengths = .allocate(capacity: count)
        unsafe formats = .allocate(capacity: count)
        unsafe formats.initialize(repeating: 1, count: count)
    }

    /// Lends the binds as libpq wants them: pointers, lengths, all in binary format.
    func withBinds(
        _ binds: [Bind],
        _ send: (
            UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>
        ) -> Int32
    ) -> Bool {
        if binds.count > capacity { grow(to: binds.count * 2) }
        if bytes.capacity > 1 << 20 { bytes = [] }
        bytes.removeAll(keepingCapacity: true)
        for index in 0..<binds.count {
            let start = bytes.count
            binds[index].write(into: &bytes)
            unsafe lengths[index] = Int32(truncatingIfNeeded: bytes.count - start)
        }
        // A value of no length still needs an address, or it would be NULL.
        bytes.append(0)
        return unsafe bytes.withUnsafeBytes { raw in
            var offset = 0
            for index in 0..<binds.count {
                let start = unsafe raw.baseAddress.map { unsafe ($0 + offset).assumingMemoryBound(to: CChar.self) }
                unsafe values[index] = unsafe binds[index].isNull ? nil : start
                offset += unsafe Int(lengths[index])
            }
            return unsafe send(values, lengths, formats) == 1
        }
    }
}
