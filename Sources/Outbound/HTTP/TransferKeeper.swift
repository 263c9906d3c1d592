import CCurl

/// C memory that a transfer lends to libcurl: freed when the transfer has ended, not before.
@safe
struct TransferKeeper {
    private(set) var fields: UnsafeMutablePointer<curl_slist>?
    private(set) var addresses: UnsafeMutablePointer<curl_slist>?
    /// Host and port whose addresses libcurl was told.
    private(set) var pinned: String?

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
    mutating func forget(_ place: String) { unsafe addresses = curl_slist_append(addresses, "-\(place)") }

    mutating func release() {
        unsafe curl_slist_free_all(fields)
        unsafe curl_slist_free_all(addresses)
        unsafe fields = nil
        unsafe addresses = nil
        pinned = nil
    }
}
