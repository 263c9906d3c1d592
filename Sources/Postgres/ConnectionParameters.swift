import CPostgres

/// What libpq is told when a connection is opened. Holds the password, so it does not print itself.
struct ConnectionParameters: Sendable, CustomStringConvertible {
    private let connection: String
    private let applicationName: String

    init(_ settings: PostgresSettings) {
        (connection, applicationName) = (settings.connection, settings.applicationName)
    }

    var description: String { "connection parameters" }

    func start() -> OpaquePointer? {
        unsafe withPairs { keywords, values in
            // 1: the value of `dbname` may be a whole connection string or URL.
            unsafe PQconnectStartParams(keywords, values, 1)
        }
    }

    private func withPairs<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        unsafe connection.withCString { connection in
            unsafe applicationName.withCString { application in
                unsafe Self.withFixed { keywords, utf8 in
                    let values: [UnsafePointer<CChar>?] = unsafe [connection, application, utf8, nil]
                    return unsafe body(keywords, values)
                }
            }
        }
    }

    private static func withFixed<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<CChar>) -> Result
    ) -> Result {
        unsafe "dbname".withCString { name in
            unsafe "fallback_application_name".withCString { application in
                unsafe "client_encoding".withCString { encoding in
                    unsafe "UTF8".withCString { utf8 in
                        let keywords: [UnsafePointer<CChar>?] = unsafe [name, application, encoding, nil]
                        return unsafe body(keywords, utf8)
                    }
                }
            }
        }
    }
}
