// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules; there is no second list.
let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A Swift target under `Sources`, in the order of the house: arrows go up this list only.
func module(_ name: String, _ dependencies: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: settings)
}

/// The tests of one module, in `Tests/<Name>Tests`.
func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: exclude,
        swiftSettings: settings)
}

/// A C library of the system: a module map and a shim header, no code.
func system(_ name: String, _ pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig)
}

/// The driver of `make fuzz`: libFuzzer brings the `main` it is linked with, so it is in the package on demand only.
let fuzzDriver: [Target] =
    Context.environment["KONAK_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "konak-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver",
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "konak",
    products: [.executable(name: "konak", targets: ["konak"])],
    targets: [
        system("CLinux"),
        system("CZlib", "zlib"),
        system("CBrotli", "libbrotlienc"),
        system("CZstd", "libzstd"),
        system("CPostgres", "libpq"),
        system("COpenSSL", "openssl"),
        system("CArgon2", "libargon2"),
        system("CGMime"),
        system("CCurl", "libcurl"),
        system("CICU", "icu-i18n"),
        .target(name: "CLlhttp"),
        .target(name: "CAssets", exclude: ["made"]),

        module("Core"),
        module("EventLoop", ["Core", "CLinux"]),
        module("Crypto", ["Core", "EventLoop", "COpenSSL", "CArgon2"]),
        module("HTTP", ["Core"]),
        module("HTTPServer", ["Core", "HTTP", "EventLoop", "CLlhttp", "CZlib", "CBrotli", "CZstd"]),
        module("Outbound", ["Core", "HTTP", "EventLoop", "Crypto", "COpenSSL", "CCurl", "CGMime"]),
        module("SQL", ["Core"]),
        module("Postgres", ["Core", "SQL", "EventLoop", "CPostgres"]),
        module("Markup"),
        module("Localization", ["Core", "CICU"]),
        .target(
            name: "UI", dependencies: ["CAssets", "Core", "Markup", "Localization"], exclude: ["Web"],
            swiftSettings: settings),
        module("Templating", ["Core", "Markup", "Localization"]),
        module("ModuleKit", ["Core", "HTTP", "SQL", "Markup", "UI"]),
        module(
            "Kernel",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "HTTPServer", "Outbound", "SQL", "Postgres", "Markup",
                "ModuleKit",
            ]),
        module(
            "Security",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "SQL", "Postgres", "Markup", "Localization", "UI", "ModuleKit",
                "Kernel",
            ]),
        module(
            "Delivery",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "SQL", "Postgres", "Outbound", "Markup", "Localization", "UI",
                "Templating", "ModuleKit", "Kernel",
            ]),
        module(
            "Reference", ["Core", "EventLoop", "HTTP", "SQL", "Postgres", "Localization", "ModuleKit", "Kernel"]),
        module(
            "TestKit", ["Core", "EventLoop", "HTTP", "HTTPServer", "SQL", "Postgres", "Markup", "ModuleKit", "Kernel"]),
        .executableTarget(
            name: "konak",
            dependencies: [
                "Core", "EventLoop", "Crypto", "HTTP", "HTTPServer", "Outbound", "SQL", "Postgres", "ModuleKit",
                "Kernel", "Security", "Delivery", "Reference",
            ],
            swiftSettings: settings),

        .target(
            name: "SampleModule", dependencies: ["Core", "HTTP", "SQL", "Markup", "ModuleKit"], path: "Tests/Sample",
            exclude: ["migrations", "routes.txt"], swiftSettings: settings),
        tests("Core", ["Core", "TestKit"]),
        tests("EventLoop", ["Core", "EventLoop", "TestKit"]),
        tests("Crypto", ["Core", "Crypto", "COpenSSL", "EventLoop"]),
        tests("HTTP", ["Core", "HTTP"]),
        tests("HTTPServer", ["Core", "HTTP", "HTTPServer", "EventLoop", "CZlib", "CBrotli", "CZstd", "TestKit"]),
        tests(
            "Outbound",
            [
                "Core", "HTTP", "EventLoop", "HTTPServer", "SQL", "Postgres", "Outbound", "Crypto", "COpenSSL", "CCurl",
                "TestKit",
            ],
            exclude: ["Message/read-mail.py", "Message/verify-dkim.py"]),
        tests("SQL", ["Core", "SQL"]),
        tests("Postgres", ["Core", "SQL", "Postgres", "EventLoop", "TestKit"]),
        tests("Markup", ["Markup"]),
        tests("Localization", ["Core", "Localization"]),
        tests("UI", ["Core", "Markup", "Localization", "UI"]),
        tests("Templating", ["Core", "Markup", "Localization", "Templating"]),
        tests("ModuleKit", ["Core", "HTTP", "SQL", "Markup", "ModuleKit", "TestKit"]),
        tests(
            "Kernel",
            [
                "Core", "Crypto", "HTTP", "HTTPServer", "ModuleKit", "Kernel", "Outbound", "SQL", "Postgres",
                "EventLoop",
                "Markup", "TestKit", "SampleModule",
            ]),
        tests(
            "Security",
            [
                "Core", "Crypto", "COpenSSL", "HTTP", "SQL", "Postgres", "EventLoop", "ModuleKit", "Kernel", "Security",
                "TestKit",
            ]),
        tests(
            "Delivery",
            [
                "Core", "Crypto", "HTTP", "HTTPServer", "SQL", "Postgres", "EventLoop", "Outbound", "Templating",
                "ModuleKit", "Kernel", "Delivery", "TestKit",
            ]),
        tests(
            "Reference",
            ["Core", "HTTP", "SQL", "Postgres", "EventLoop", "ModuleKit", "Kernel", "Reference", "TestKit"]),
        tests(
            "System", ["Core", "EventLoop", "HTTP", "HTTPServer", "TestKit"],
            exclude: ["Framing", "Cluster", "Counts", "Edge", "Live", "Soak"]),

        .target(
            name: "FuzzTargets", dependencies: ["Core", "HTTP", "HTTPServer", "Outbound", "SQL", "Markup", "CLlhttp"],
            path: "Tests/Fuzz/Targets", swiftSettings: settings),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Replay", swiftSettings: settings),
    ] + fuzzDriver,
    swiftLanguageModes: [.v6]
)
