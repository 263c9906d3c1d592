import CCurl
import COpenSSL
import Crypto
import Glibc
import HTTP

/// C memory that a transfer lends to libcurl: freed when the transfer has ended, not before.
@safe
struct TransferKeeper {
    private(set) var fields: UnsafeMutablePointer<curl_slist>?
    private(set) var addresses: UnsafeMutablePointer<curl_slist>?
    /// Host and port whose addresses libcurl was told.
    private(set) var pinned: String?
    /// What libcurl forgets with this transfer.
    private(set) var forgotten: [String] = []

    init() {
        unsafe fields = nil
        unsafe addresses = nil
    }

    mutating func addField(_ line: String) { unsafe fields = curl_slist_append(fields, line) }

    static func name(of secret: borrowing SecretField?) -> FieldName? {
        switch secret {
        case .some(let field): field.name
        case nil: nil
        }
    }

    /// The list is given room first and the secret written there: no text of it is ever made.
    mutating func addSecret(_ secret: borrowing SecretField?) {
        switch secret {
        case .some(let field):
            addField("\(field.name.text): \(String(repeating: " ", count: field.value.count))")
            guard var node = unsafe fields else { return }
            while let next = unsafe node.pointee.next { unsafe node = next }
            guard let line = unsafe node.pointee.data else { return }
            let start = unsafe line + field.name.text.utf8.count + 2
            field.value.withBytes { bytes in
                for index in bytes.indices { unsafe start[index] = CChar(bitPattern: bytes[index]) }
            }
        case nil: break
        }
    }

    /// Tells libcurl the only addresses of a place.
    mutating func pin(_ place: String, to list: String) {
        pinned = place
        unsafe addresses = curl_slist_append(addresses, "\(place):\(list)")
    }

    /// Lets libcurl forget a place.
    mutating func forget(_ place: String) {
        forgotten.append(place)
        unsafe addresses = curl_slist_append(addresses, "-\(place)")
    }

    /// The fields may hold somebody's secret: it does not stay in memory that is used again.
    func cleanse() {
        var node = unsafe fields
        while let line = unsafe node {
            if let data = unsafe line.pointee.data { unsafe OPENSSL_cleanse(data, strlen(data)) }
            unsafe node = line.pointee.next
        }
    }

    mutating func release() {
        cleanse()
        unsafe curl_slist_free_all(fields)
        unsafe curl_slist_free_all(addresses)
        unsafe fields = nil
        unsafe addresses = nil
        pinned = nil
    }
}
