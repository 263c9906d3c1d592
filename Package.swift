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

/// A target below all features, whose objects belong to the thread of one loop each. Builds for tests look for
/// overlapping accesses, the release does not look again: `docs/decisions/0011-overlapping-accesses.md`.
func ground(_ name: String, _ dependencies: [String] = []) -> Target {
    let unchecked = SwiftSetting.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
    return .target(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: settings + [unchecked])
}

/// The tests of one module, in `Tests/<Name>Tests`.
func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: exclude,
        swiftSettings: settings)
}

/// All that a module may see.
let moduleDependencies: [Target.Dependency] = ["Core", "HTTP", "SQL", "Markup", "UI", "ModuleKit"]

/// The modules under `Plugins`, by the names of their folders, in the order in which they were made.
let plugins: [String] = [
    // `konak module new` adds a line above this one.
]

/// A module. One that lies elsewhere than under `Plugins` is there for tests.
func plugin(_ name: String, in folder: String = "Plugins") -> Target {
    .target(
        name: name, dependencies: moduleDependencies, path: "\(folder)/\(name)", exclude: ["README.md"],
        swiftSettings: settings)
}

/// The tests of a module.
func pluginTests(_ name: String, in folder: String = "Tests") -> Target {
    .testTarget(
        name: name + "Tests", dependencies: moduleDependencies + [.init(stringLiteral: name), "Kernel", "TestKit"],
        path: "\(folder)/\(name)Tests", swiftSettings: settings)
}

/// The program exports nothing: its own symbols would keep every function alive, and fill pages that each start reads.
/// Packed relocations spare another megabyte; only lld knows them.
let programLinking: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker",
            "--version-script=\(Context.packageDirectory)/Sources/konak/exports.map",
        ], .when(configuration: .release))
]

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
    products: [
        .executable(name: "konak", targets: ["konak"]),
        // Loaded when the first phone number is read; it lies beside the program.
        .library(name: "konak-phone", type: .dynamic, targets: ["PhoneNumberPlans"]),
    ],
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
        system("CICU"),
        system("CPhoneNumbers"),
        system("CQRencode", "libqrencode"),
        .target(name: "CLlhttp"),
        .target(name: "CAssets", exclude: ["made"]),
        .target(
            name: "PhoneNumberPlans",
            linkerSettings: [.linkedLibrary("phonenumber"), .linkedLibrary("protobuf")]),

        module("Core"),
        ground("EventLoop", ["Core", "CLinux"]),
        module("Crypto", ["Core", "EventLoop", "COpenSSL", "CArgon2"]),
        ground("HTTP", ["Core"]),
        ground("HTTPServer", ["Core", "HTTP", "EventLoop", "CLlhttp", "CZlib", "CBrotli", "CZstd"]),
        module("Outbound", ["Core", "HTTP", "EventLoop", "Crypto", "COpenSSL", "CCurl", "CGMime"]),
        module("SQL", ["Core"]),
        ground("Postgres", ["Core", "SQL", "EventLoop", "CPostgres", "COpenSSL"]),
        module("Markup"),
        module("Localization", ["Core", "CICU"]),
        .target(
            name: "UI", dependencies: ["CAssets", "Core", "Markup", "Localization"], exclude: ["Web"],
            swiftSettings: settings),
        module("Templating", ["Core", "Markup", "Localization"]),
        module("ModuleKit", ["Core", "HTTP", "SQL", "Markup", "Localization", "UI"]),
        module(
            "Kernel",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "HTTPServer", "Outbound", "SQL", "Postgres", "Markup",
                "Localization", "UI", "ModuleKit",
            ]),
        module(
            "Security",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "SQL", "Postgres", "Markup", "Localization", "UI", "ModuleKit",
                "Kernel", "CQRencode",
            ]),
        module(
            "Delivery",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "SQL", "Postgres", "Outbound", "Markup", "Localization", "UI",
                "Templating", "ModuleKit", "Kernel",
            ]),
        module(
            "Console",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "SQL", "Postgres", "Markup", "Localization", "UI", "ModuleKit",
                "Kernel", "Security", "Delivery",
            ]),
        module(
            "Reference",
            [
                "Core", "EventLoop", "HTTP", "HTTPServer", "SQL", "Postgres", "Localization", "ModuleKit", "Kernel",
                "CPhoneNumbers",
            ]),
        module(
            "TestKit",
            [
                "Core", "EventLoop", "Crypto", "HTTP", "HTTPServer", "SQL", "Postgres", "Markup", "ModuleKit", "Kernel",
            ]),
    ] + plugins.map { plugin($0) } + [
        .executableTarget(
            name: "konak",
            dependencies: [
                "Core", "EventLoop", "Crypto", "HTTP", "HTTPServer", "Outbound", "SQL", "Postgres", "Markup", "UI",
                "ModuleKit", "Kernel", "Security", "Delivery", "Console", "Reference",
            ] + plugins.map { .init(stringLiteral: $0) },
            exclude: ["exports.map"], swiftSettings: settings, linkerSettings: programLinking),

        .target(
            name: "SampleModule", dependencies: ["Core", "HTTP", "SQL", "Markup", "ModuleKit"], path: "Tests/Sample",
            exclude: ["migrations", "routes.txt"], swiftSettings: settings),
        plugin("Notebook", in: "Tests/NewModule/Plugins"),
        pluginTests("Notebook", in: "Tests/NewModule/Tests"),
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
        tests("Localization", ["Core", "Localization", "CICU"]),
        tests("UI", ["Core", "Markup", "Localization", "UI"]),
        tests("Templating", ["Core", "Markup", "Localization", "Templating"]),
        tests("ModuleKit", ["Core", "HTTP", "SQL", "Markup", "ModuleKit", "TestKit"]),
        tests(
            "Kernel",
            [
                "Core", "Crypto", "HTTP", "HTTPServer", "Localization", "ModuleKit", "Kernel", "Outbound", "SQL",
                "Postgres", "EventLoop", "Markup", "UI", "TestKit", "SampleModule",
            ]),
        tests(
            "Security",
            [
                "Core", "Crypto", "COpenSSL", "HTTP", "HTTPServer", "SQL", "Postgres", "EventLoop", "Markup",
                "UI", "ModuleKit", "Kernel", "Security", "TestKit", "SampleModule",
            ]),
        tests(
            "Delivery",
            [
                "Core", "Crypto", "HTTP", "HTTPServer", "SQL", "Postgres", "EventLoop", "Outbound", "Templating",
                "ModuleKit", "Kernel", "Delivery", "TestKit",
            ]),
        tests(
            "Console",
            [
                "Core", "Crypto", "HTTP", "HTTPServer", "SQL", "Postgres", "EventLoop", "Outbound", "Markup", "UI",
                "ModuleKit",
                "Kernel", "Security", "Delivery", "Console", "TestKit",
            ]),
        tests(
            "Reference",
            [
                "Core", "HTTP", "SQL", "Postgres", "EventLoop", "Localization", "ModuleKit", "Kernel", "Reference",
                "TestKit",
            ],
            exclude: ["Phones/judge.py"]),
        tests(
            "Contract",
            [
                "Core", "Crypto", "EventLoop", "HTTP", "SQL", "Postgres", "Markup", "ModuleKit", "Kernel", "TestKit",
                "Outbound", "SampleModule", "Notebook", "konak",
            ]),
        .testTarget(
            name: "GuideTests",
            dependencies: ["Core", "HTTP", "SQL", "Markup", "UI", "ModuleKit", "Kernel", "TestKit"],
            path: "Tests/Guide",
            exclude: ["migrations"], swiftSettings: settings),
        tests(
            "System", ["Core", "EventLoop", "HTTP", "HTTPServer", "TestKit"],
            exclude: [
                "Framing", "Jobs", "Cluster", "Counts", "Doors", "Edge", "Face", "Limits", "Live", "Pages", "People",
                "Rights",
                "Soak", "Toggling",
            ]),

        .target(
            name: "FuzzTargets",
            dependencies: [
                "Core", "HTTP", "HTTPServer", "Outbound", "SQL", "Postgres", "Markup", "Templating", "CLlhttp",
            ],
            path: "Tests/Fuzz/Targets", swiftSettings: settings),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Replay", swiftSettings: settings),
    ] + plugins.map { pluginTests($0) } + fuzzDriver,
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
