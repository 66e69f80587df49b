// swift-tools-version: 6.0
import PackageDescription

// The static library is put into `lib` by `cargo xtask native`; the generated Swift source and
// the C header by the same command. On Apple platforms, `xcframework.sh` builds a binary target
// instead: see README.md.
let package = Package(
    name: "HandbookKit",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [
        .library(name: "HandbookKit", targets: ["HandbookKit"])
    ],
    targets: [
        .target(
            name: "HandbookKitFFI",
            linkerSettings: [
                .unsafeFlags(["-L", "\(Context.packageDirectory)/lib"]),
                .linkedLibrary("handbook_mobile"),
                .linkedLibrary("m", .when(platforms: [.linux])),
                .linkedLibrary("dl", .when(platforms: [.linux])),
                .linkedLibrary("pthread", .when(platforms: [.linux])),
            ]
        ),
        .target(name: "HandbookKit", dependencies: ["HandbookKitFFI"]),
        .executableTarget(name: "DistrictYear", dependencies: ["HandbookKit"]),
        .testTarget(name: "HandbookKitTests", dependencies: ["HandbookKit"]),
    ],
    swiftLanguageModes: [.v6]
)
