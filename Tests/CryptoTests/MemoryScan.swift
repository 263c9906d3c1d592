import Crypto
import Glibc

/// Looks for bytes in the whole writable memory of the process. What it looks for is kept masked, and what it reads goes
/// into pages of its own that it leaves out, so that it finds no copy it made itself.
@safe
struct MemoryScan: ~Copyable {
    private static let mask: UInt8 = 0xA5
    private static let chunk = 1 << 20
    private let masked: [UInt8]
    private let room: UnsafeMutableRawBufferPointer

    /// A scan for bytes nobody has seen before.
    init(count: Int = 32) throws(NoMemory) {
        masked = SecureRandom.bytes(count)
        let pages = unsafe mmap(nil, Self.chunk, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pages = unsafe pages, unsafe pages != MAP_FAILED else { throw NoMemory() }
        unsafe room = UnsafeMutableRawBufferPointer(start: pages, count: Self.chunk)
    }

    struct NoMemory: Error {}

    deinit { unsafe munmap(room.baseAddress, room.count) }

    /// The bytes that are looked for, where only the secret's owner has them.
    borrowing func canary() -> SecretBytes {
        let masked = masked
        return SecretBytes(count: masked.count) { bytes in
            for index in masked.indices { bytes[index] = masked[index] ^ Self.mask }
        }
    }

    /// How often they stand in memory.
    borrowing func hits() -> Int {
        let file = unsafe open("/proc/self/mem", O_RDONLY)
        guard file >= 0 else { return -1 }
        defer { close(file) }
        return Self.regions().reduce(0) { $0 + hits(in: $1, file) }
    }

    private borrowing func hits(in region: Range<UInt>, _ file: Int32) -> Int {
        let own = UInt(bitPattern: unsafe room.baseAddress)
        var (found, place) = (0, region.lowerBound)
        while place < region.upperBound {
            let wanted = min(UInt(Self.chunk), region.upperBound - place)
            guard place + wanted <= own || place >= own + UInt(Self.chunk) else {
                place += wanted
                continue
            }
            let got = unsafe pread(file, room.baseAddress, Int(wanted), off_t(bitPattern: place))
            if got <= 0 { break }
            found += hits(first: got)
            if got < masked.count || UInt(got) == region.upperBound - place { break }
            // The next piece begins so much earlier that nothing is cut in two.
            place += UInt(got - masked.count + 1)
        }
        return found
    }

    private borrowing func hits(first count: Int) -> Int {
        guard count >= masked.count else { return 0 }
        let first = masked[0] ^ Self.mask
        guard let start = unsafe room.baseAddress else { return 0 }
        var (found, place) = (0, 0)
        while let next = unsafe memchr(start + place, Int32(first), count - place) {
            place = unsafe next - start
            if place + masked.count > count { break }
            if masked.indices.allSatisfy({ unsafe room[place + $0] == masked[$0] ^ Self.mask }) { found += 1 }
            place += 1
        }
        return found
    }

    /// Every region that can be read and written.
    private static func regions() -> [Range<UInt>] {
        guard let file = unsafe fopen("/proc/self/maps", "r") else { return [] }
        defer { unsafe fclose(file) }
        var (regions, line) = ([Range<UInt>](), [CChar](repeating: 0, count: 4096))
        while unsafe fgets(&line, Int32(line.count), file) != nil {
            let fields = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                .split(separator: " ")
            let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            if fields[1].hasPrefix("rw"), ends.count == 2 { regions.append(ends[0]..<ends[1]) }
        }
        return regions
    }
}
