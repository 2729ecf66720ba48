// swift-tools-version: 6.0
import PackageDescription

// Typed Swift from schemas at build time: each target with `xoev-generate.json` gets its types from the plugin. A package
// outside of this repository writes .package(url: …) here.
let swiftXOEV = Package.Dependency.package(name: "swift-xoev", path: "../../..")
let binding = Target.Dependency.product(name: "SchemaBinding", package: "swift-xoev")
let generate = Target.PluginUsage.plugin(name: "XOEVGenerate", package: "swift-xoev")

let package = Package(
    name: "swift-typen",
    platforms: [.macOS(.v14)],
    dependencies: [swiftXOEV],
    targets: [
        // What the messages of the standard share.
        .target(
            name: "Basis", dependencies: [binding], exclude: ["xoev-generate.json"], plugins: [generate]),
        // The messages of one service. It uses the types of Basis instead of making them again.
        .target(
            name: "Hundesteuer", dependencies: [binding, "Basis"], exclude: ["xoev-generate.json"],
            plugins: [generate]),
        .executableTarget(name: "Anmeldungen", dependencies: ["Hundesteuer", "Basis", binding]),
    ],
    swiftLanguageModes: [.v6]
)
