import FuzzTargets
import Glibc

/// The target this process fuzzes, named by `KONAK_FUZZ_TARGET`.
private let target: FuzzTarget = {
    let name = unsafe getenv("KONAK_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        print("KONAK_FUZZ_TARGET names one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
        exit(2)
    }
    return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
        try target.check(input)
    } catch {
        print("broken promise: \(error.description)")
        // why: this is how libFuzzer is told that an input failed.
        fatalError(error.description)
    }
    return 0
}
