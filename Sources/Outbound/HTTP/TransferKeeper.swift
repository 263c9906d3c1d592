import CCurl
import COpenSSL
import Glibc

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
