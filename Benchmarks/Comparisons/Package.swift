// swift-tools-version: 6.0
import PackageDescription

// A package of its own, so that swift-xoev does not depend on what it is compared with. Run by Scripts/bench-comparisons.
let package = Package(
    name: "comparisons",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "swift-xoev", path: "../.."),
        .package(url: "https://github.com/CoreOffice/XMLCoder.git", exact: "0.18.2"),
    ],
    targets: [
        .executableTarget(
            name: "comparisons",
            dependencies: [
                .product(name: "SchemaBinding", package: "swift-xoev"),
                .product(name: "XMLCore", package: "swift-xoev"), "XMLCoder",
            ],
            path: "Sources/Comparisons")
    ],
    swiftLanguageModes: [.v6]
)
