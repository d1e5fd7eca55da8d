// swift-tools-version: 6.1

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// All debug builds treat warnings as errors, not only those of CI, because a change of flags would rebuild
// everything. With newer compilers, whose warnings are not known here, warnings are allowed.
#if compiler(<6.4)
    let strict: [SwiftSetting] =
        settings + [.unsafeFlags(["-warnings-as-errors"], .when(configuration: .debug))]
#else
    let strict = settings
#endif

// Tests are debug builds, but optimized: otherwise the code under test, and what the tests compute
// themselves, would be a hundred times slower. They are not optimized if a sanitizer checks memory, because
// the standard library's own checks of buffers must stay.
let isWatched = Context.environment["ALLCLEAR_SANITIZED"] != nil
let optimized = strict + (isWatched ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))])

let package = Package(
    name: "allclear",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "allclear", targets: ["allclear"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .target(name: "Diagnostics", swiftSettings: optimized),
        .target(name: "JSONFiles", dependencies: ["Diagnostics"], swiftSettings: optimized),
        .target(name: "PhraseFiles", dependencies: ["Diagnostics"], swiftSettings: optimized),
        .target(name: "StatusModel", swiftSettings: optimized),
        .target(
            name: "Records",
            dependencies: ["CCMark", "Diagnostics", "Reliability", "StatusModel", "Yams"],
            swiftSettings: optimized
        ),
        .target(name: "Reliability", dependencies: ["StatusModel"], swiftSettings: optimized),
        .target(
            name: "StatusSite",
            dependencies: [
                "Diagnostics", "PhraseFiles", "StatusModel", "Reliability",
            ],
            swiftSettings: optimized,
            // The ICU that the toolchain includes for Foundation: locales without a data file of our own.
            linkerSettings: [.linkedLibrary("_FoundationICU")],
            plugins: ["EmbedFiles", "GeneratePhrases"]
        ),
        .target(name: "Publishing", swiftSettings: optimized),
        .target(name: "Verification", swiftSettings: optimized),
        .target(
            name: "Alerts",
            dependencies: ["Diagnostics", "JSONFiles", "StatusModel"],
            swiftSettings: optimized
        ),
        .target(
            name: "Importers",
            dependencies: ["Diagnostics", "JSONFiles", "Records", "StatusModel"],
            swiftSettings: optimized
        ),
        .executableTarget(
            name: "allclear",
            dependencies: [
                "Alerts", "Diagnostics", "Importers", "JSONFiles", "Publishing", "Records", "Reliability",
                "StatusModel", "StatusSite", "Verification",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: optimized,
            plugins: ["EmbedFiles"]
        ),
        .executableTarget(
            name: "embed-files",
            path: "Plugins/embed-files",
            swiftSettings: optimized
        ),
        .plugin(
            name: "EmbedFiles",
            capability: .buildTool(),
            dependencies: ["embed-files"]
        ),
        .executableTarget(
            name: "generate-phrases",
            dependencies: ["PhraseFiles"],
            path: "Plugins/generate-phrases",
            swiftSettings: optimized
        ),
        .plugin(
            name: "GeneratePhrases",
            capability: .buildTool(),
            dependencies: ["generate-phrases"]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["StatusModel"],
            path: "Tests/TestSupport",
            swiftSettings: optimized
        ),
        .testTarget(
            name: "AlertsTests",
            dependencies: ["Alerts", "Diagnostics", "JSONFiles", "StatusModel"],
            swiftSettings: optimized
        ),
        .testTarget(
            name: "DiagnosticsTests",
            dependencies: ["Diagnostics"],
            swiftSettings: optimized
        ),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["Diagnostics", "Records", "StatusModel", "TestSupport"],
            swiftSettings: optimized
        ),
        .target(
            name: "FuzzProperties",
            dependencies: [
                "Alerts", "Diagnostics", "Importers", "Records", "Reliability", "StatusModel", "StatusSite",
            ],
            path: "Tests/FuzzProperties",
            swiftSettings: optimized
        ),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["FuzzProperties"],
            exclude: ["Cases"],
            swiftSettings: optimized
        ),
        .testTarget(
            name: "StatusModelTests",
            dependencies: ["StatusModel", "TestSupport"],
            swiftSettings: optimized
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Alerts", "Diagnostics", "PhraseFiles", "Publishing", "Records", "Reliability", "StatusModel",
                "StatusSite", "TestSupport", "Verification",
                "allclear",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            exclude: ["Sites"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ImportersTests",
            dependencies: [
                "Diagnostics", "Importers", "JSONFiles", "Records", "Reliability", "StatusModel",
                "TestSupport",
            ],
            swiftSettings: optimized
        ),
        .testTarget(
            name: "PublishingTests",
            dependencies: ["Publishing", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReliabilityTests",
            dependencies: ["Reliability", "StatusModel", "TestSupport"],
            swiftSettings: optimized
        ),
        .testTarget(
            name: "StatusSiteTests",
            dependencies: ["Diagnostics", "Reliability", "StatusModel", "StatusSite", "TestSupport"],
            exclude: ["Reports/Golden"],
            swiftSettings: optimized
        ),
    ]
)

// `make check-sanitizers`: the tests of the code that calls C. All other tests are left out, as is what only
// they and the program need.
if isWatched {
    let watched = ["FuzzTests", "RecordsTests"]
    let unneeded = ["allclear", "Publishing", "Verification"]
    package.targets.removeAll {
        ($0.type == .test && !watched.contains($0.name)) || unneeded.contains($0.name)
    }
    package.products = []
}

// `make fuzz`: code that reads and writes tells libFuzzer which parts of it are reached. No other build
// does this.
if let fuzzer = Context.environment["ALLCLEAR_FUZZER"] {
    let reached = SwiftSetting.unsafeFlags(["-sanitize=fuzzer"])
    let watched = [
        "Alerts", "Diagnostics", "FuzzProperties", "JSONFiles", "Importers", "Records", "Reliability",
        "StatusModel", "StatusSite",
    ]
    let runtime: [LinkerSetting] = [.unsafeFlags([fuzzer]), .linkedLibrary("stdc++"), .linkedLibrary("m")]
    for target in package.targets {
        if watched.contains(target.name) { target.swiftSettings?.append(reached) }
        // A tool of the build is made of watched code, too, and needs the runtime.
        if target.type == .executable { target.linkerSettings = (target.linkerSettings ?? []) + runtime }
    }
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: ["FuzzProperties"],
            path: "Tests/Fuzz",
            swiftSettings: optimized,
            linkerSettings: runtime
        )
    )
}
