// swift-tools-version: 6.1
import PackageDescription

/// Release builds leave out the checks that no two parts of the program change one variable at once, which cost a call at every
/// access to a class; debug builds, and so every test, make them. Language mode 6 proves most of it when it compiles.
let fast: [SwiftSetting] = [
    .unsafeFlags(["-enforce-exclusivity=unchecked", "-cross-module-optimization"], .when(configuration: .release))
]

let package = Package(
    name: "chancery",
    products: [
        .executable(name: "chancery", targets: ["chancery"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .target(name: "Model"),
        .target(name: "Morphology", dependencies: ["Model"]),
        .target(name: "Grammar", dependencies: ["Model", "Morphology"]),
        .target(name: "Russian", dependencies: ["Model", "Morphology", "Grammar"]),
        .target(
            name: "Extract",
            dependencies: [
                "Model", "Morphology", "Grammar", "CLibXML2", "CZlib",
                .product(name: "DequeModule", package: "swift-collections"),
            ]
        ),
        .target(
            name: "Normalize",
            dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "Postgres",
            dependencies: [
                "CLibPQ", "Model",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "Load",
            dependencies: ["Model", "Normalize", "Postgres", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "Pipeline",
            dependencies: [
                "Model", "Extract", "Normalize", "Load", "Postgres",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "DequeModule", package: "swift-collections"),
            ]
        ),
        .executableTarget(
            name: "chancery",
            dependencies: [
                "Model", "Morphology", "Grammar", "Russian", "Extract", "Normalize", "Postgres", "Load",
                "Pipeline",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(name: "TestSupport", dependencies: ["Postgres"], path: "Tests/TestSupport"),
        .target(
            name: "TestLanguage", dependencies: ["Grammar", "Morphology", "Russian"], path: "Tests/TestLanguage"),
        .testTarget(name: "ModelTests", dependencies: ["Model"]),
        .testTarget(name: "MorphologyTests", dependencies: ["Morphology", "Model"]),
        .testTarget(name: "GrammarTests", dependencies: ["Grammar", "Model", "Morphology", "TestLanguage"]),
        .testTarget(
            name: "RussianTests", dependencies: ["Russian", "Grammar", "Model", "Morphology", "TestLanguage"],
            exclude: ["parse-sample.txt"]),
        .testTarget(
            name: "ExtractTests",
            dependencies: ["Extract", "Russian", "Grammar", "Model", "Morphology", "Normalize", "TestLanguage"],
            exclude: ["Readers/samples", "articles"]),
        .testTarget(name: "NormalizeTests", dependencies: ["Normalize", "Model"]),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "Model", "TestSupport"]),
        .testTarget(
            name: "LoadTests", dependencies: ["Load", "Postgres", "Normalize", "Model", "TestSupport"],
            exclude: ["reference"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Pipeline", "Load", "Postgres", "Normalize", "Model", "Extract", "TestSupport"]),
        .testTarget(
            name: "CommandTests", dependencies: ["chancery", "Model", "Load", "Postgres"], exclude: ["cookbook"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = fast
}
