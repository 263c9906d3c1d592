import Testing

@testable import Kernel

@Suite("The checksum of files")
struct FileChecksumTests {
    @Test("is SHA-256 in hexadecimal, as sha256sum prints it")
    func known() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let letters = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(FileChecksum.of([]) == empty && FileChecksum.of(Array("abc".utf8)) == letters)
    }
}
