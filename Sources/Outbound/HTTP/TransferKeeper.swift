import CCurl

/// C memory that a transfer lends to libcurl: freed when the transfer has ended, not before.
@safe
struct TransferKeeper {
    var fields: UnsafeMutablePointer<curl_slist>?
    var addresses: UnsafeMutablePointer<curl_slist>?

    init() {
        unsafe fields = nil
        unsafe addresses = nil
    }

    mutating func addField(_ line: String) { unsafe fields = curl_slist_append(fields, line) }

    mutating func pin(_ line: String) { unsafe addresses = curl_slist_append(addresses, line) }

    mutating func release() {
        unsafe curl_slist_free_all(fields)
        unsafe curl_slist_free_all(addresses)
        unsafe fields = nil
        unsafe addresses = nil
    }
}
