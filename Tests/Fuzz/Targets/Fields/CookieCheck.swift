import HTTP

/// Both ways to a cookie's value agree, and a value that was read can be set.
enum CookieCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let cookies = Cookies(parsing: input.span)
        try hold(cookies.names.count <= Cookies.maximum, "no more cookies than are looked at")
        let session = CookieName.host("session")
        let direct = Cookies.value(of: session, in: input.span)
        try hold(direct == cookies[session], "the short way to a cookie finds the same")
        for name in cookies.names {
            try hold(Array(name.utf8).isToken, "a name is a token")
            guard let value = cookies[name] else { throw BrokenPromise(description: "a name has a value") }
            try hold(value.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "a value is visible ASCII")
            try hold(input.first(Array("\(name)=".utf8), from: 0) != nil, "a name was sent")
            guard let set = SetCookie(session, value) else { continue }
            try hold(set.fieldValue.hasPrefix("__Host-session=\(value); Path=/"), "a value is set as it is")
            try hold(set.fieldValue.utf8.count { $0 == 0x3B } == 4, "a value adds no attribute")
        }
    }
}
