// swift-tools-version: 6.0
import Foundation
import PackageDescription

// CI sets this: the flag cannot be passed on the command line because SwiftPM hands it to the dependencies, too.
let strict = ProcessInfo.processInfo.environment["XOEV_WARNINGS_AS_ERRORS"] != nil
let swiftSettings: [SwiftSetting] = strict ? [.unsafeFlags(["-warnings-as-errors"])] : []

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        path: "Tests/\(name)Tests", exclude: excluding, swiftSettings: swiftSettings)
}

// Typed Swift at build time. SwiftPM builds the tool of a plugin for the host once more; who works on this package can do
// without (the Makefile does).
let hasPlugins = ProcessInfo.processInfo.environment["XOEV_WITHOUT_PLUGINS"] == nil
let plugins: [Target] = [
    .plugin(name: "XOEVGenerate", capability: .buildTool(), dependencies: ["xoev-generate"]),
    .plugin(
        name: "XOEVGenerateCommand",
        capability: .command(
            intent: .custom(verb: "generate-xoev", description: "Makes typed Swift from XÖV schemas."),
            permissions: [.writeToPackageDirectory(reason: "Puts generated types into the folders of targets.")]),
        dependencies: ["xoev-generate"]),
]

let package = Package(
    name: "swift-xoev",
    platforms: [.macOS(.v14)],
    products: [
        .library(name: "XMLCore", targets: ["XMLCore"]),
        .library(name: "Findings", targets: ["Findings"]),
        .library(name: "SchemaModel", targets: ["SchemaModel"]),
        .library(name: "SchemaValidation", targets: ["SchemaValidation"]),
        .library(name: "SchemaBinding", targets: ["SchemaBinding"]),
        .library(name: "SchemaCodegen", targets: ["SchemaCodegen"]),
        .library(name: "CodeLists", targets: ["CodeLists"]),
        .library(name: "XOEV", targets: ["XOEV"]),
        .library(name: "SchemaJSON", targets: ["SchemaJSON"]),
        .library(name: "SchemaSamples", targets: ["SchemaSamples"]),
        .library(name: "SchemaComparison", targets: ["SchemaComparison"]),
        .library(name: "FIM", targets: ["FIM"]),
        .library(name: "XZuFiTypes", targets: ["XZuFiTypes"]),
        .library(name: "XDatenfelderTypes", targets: ["XDatenfelder2Types", "XDatenfelder3Types"]),
        .library(name: "ServiceTransfer", targets: ["ServiceTransfer"]),
        .executable(name: "xoev", targets: ["xoev"]),
        .executable(name: "xoev-generate", targets: ["xoev-generate"]),
    ] + (hasPlugins ? plugins.map { .plugin(name: $0.name, targets: [$0.name]) } : []),
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.5.0"),
    ],
    targets: [
        // Ground floor: system libraries and the C that reads XML.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // libzip-dev (Debian) or libzip (Homebrew) must be there; the library is loaded when an archive is met.
        .target(name: "CLibZip", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "CXMLEvents", dependencies: ["CLibXML2"]),
        .target(name: "CXMLSchemas", dependencies: ["CLibXML2"]),

        room("Findings", []),
        room("XMLCore", ["CXMLEvents", "Findings"]),
        room("Archives", ["CLibZip", "Findings", .product(name: "Crypto", package: "swift-crypto")]),
        room("SchemaModel", ["XMLCore", "Findings", "Archives", "CXMLSchemas"]),
        room("SchemaBinding", ["XMLCore"]),
        room("SchemaCodegen", ["SchemaModel"]),
        room("SchemaValidation", ["SchemaModel"]),
        room("CodeLists", ["XMLCore", "Findings", "Archives"]),
        room("XOEV", ["SchemaValidation", "SchemaBinding", "CodeLists", "Archives"]),
        room("SchemaSamples", ["XOEV", "SchemaBinding"]),
        room("JSONCore", ["Findings"]),
        room("SchemaComparison", ["SchemaSamples"]),
        room("SchemaJSON", ["SchemaModel", "JSONCore"]),
        room("FIM", ["Archives", "XOEV", "JSONCore"]),
        // Generated from Schemas/; the tests make them again and compare (decision 0007).
        room("XZuFiTypes", ["SchemaBinding"]),
        room("XDatenfelder2Types", ["SchemaBinding"]),
        room("XDatenfelder3Types", ["SchemaBinding"]),
        room(
            "ServiceTransfer",
            [
                "FIM", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]),
        .executableTarget(
            name: "xoev",
            dependencies: [
                "ServiceTransfer", "SchemaCodegen", "SchemaSamples", "SchemaComparison", "SchemaJSON",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),

        // Typed Swift at build time. The tool has only what it needs, for users of the plugins build it, too.
        .executableTarget(
            name: "xoev-generate", dependencies: ["SchemaCodegen"], swiftSettings: swiftSettings),

        // Measurements, run by `make bench`.
        .target(name: "CSAXBaseline", dependencies: ["CLibXML2"], path: "Benchmarks/CSAXBaseline"),
        .executableTarget(
            name: "xoev-bench",
            dependencies: [
                "Archives", "CSAXBaseline", "CXMLEvents", "ServiceTransfer", "XMusterdienstTypes", "XZuFiTypes",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks/XOEVBench", swiftSettings: swiftSettings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
        tests("Findings", []),
        tests("XMLCore", []),
        tests("Archives", []),
        tests("SchemaModel", [], excluding: ["schema-verdicts.tsv"]),
        tests("SchemaBinding", []),
        // Generated from Schemas/xmusterdienst/1.0; the tests make it again and compare.
        .target(
            name: "XMusterdienstTypes", dependencies: ["SchemaBinding"], path: "Tests/XMusterdienstTypes",
            swiftSettings: swiftSettings),
        // One schema for each construct of XML Schema, made from Tests/Fixtures/konstrukte.
        .target(
            name: "Konstrukte", dependencies: ["SchemaBinding"], path: "Tests/Konstrukte", swiftSettings: swiftSettings),
        tests(
            "SchemaCodegen",
            ["SchemaValidation", "SchemaJSON", "SchemaSamples", "SchemaBinding", "XMusterdienstTypes", "Konstrukte"],
            excluding: ["value-deviations.tsv"]),
        tests("SchemaValidation", [], excluding: ["known-deviations.tsv"]),
        tests("CodeLists", ["SchemaValidation"]),
        tests("XOEV", []),
        tests("SchemaSamples", []),
        tests("SchemaComparison", ["SchemaSamples", "SchemaValidation"]),
        tests("SchemaJSON", ["SchemaSamples"]),
        tests("FIM", ["SchemaCodegen", "SchemaValidation", "XZuFiTypes", "XDatenfelder2Types", "XDatenfelder3Types"]),
        // A process that is killed in the middle of a transfer; no product, only for the tests.
        .executableTarget(
            name: "TransferCrash", dependencies: ["ServiceTransfer"], path: "Tests/TransferCrash",
            swiftSettings: swiftSettings),
        tests("ServiceTransfer", ["TransferCrash", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("xoev", []),
    ] + (hasPlugins ? plugins : []),
    swiftLanguageModes: [.v6]
)
