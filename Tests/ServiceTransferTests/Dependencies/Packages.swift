import Archives
import ServiceTransfer

/// Packages for resolver tests, written like `a 1.0.0 -> b >=1.0.0 <2.0.0, c 1.0.0`.
enum Packages {
    static func package(_ text: String, lists: [(String, String)] = [], brings: [CodeListPin] = []) throws
        -> PackageCandidate
    {
        let sides = text.components(separatedBy: " -> ")
        let name = sides[0].split(separator: " ")
        let needs = try sides.dropFirst().first?.components(separatedBy: ", ").map { need in
            let parts = need.split(separator: " ", maxSplits: 1)
            return PaketAbhaengigkeit(
                kennung: "test.\(parts[0])", versionen: try VersionRange(String(parts[1])))
        }
        return PackageCandidate(
            kennung: "test.\(name[0])", version: try SemanticVersion(String(name[1])),
            digest: digest("\(name[0]) \(name[1])"), pakete: needs ?? [],
            codelisten: lists.map { CodelisteAbhaengigkeit(uri: $0.0, version: $0.1) }, bringt: brings,
            origin: "\(name[0])-\(name[1]).dienst")
    }

    static func digest(_ text: String) -> String { SHA256Text.digest(Array(text.utf8)) }

    static func catalog(_ texts: [String]) throws -> PackageCatalog {
        var catalog = PackageCatalog()
        for text in texts { catalog.add(try package(text)) }
        return catalog
    }

    /// What a root is resolved to: `b 1.0.0, c 2.0.0`, or the findings' identifiers.
    static func resolve(
        _ root: String, among texts: [String], options: DependencyResolver.Options = .init()
    ) throws -> String {
        summary(DependencyResolver(options: options).resolve([try package(root)], in: try catalog(texts)))
    }

    static func summary(_ outcome: DependencyResolver.Outcome) -> String {
        guard let resolution = outcome.resolution else {
            return outcome.findings.map(\.id.rawValue).joined(separator: ", ")
        }
        return resolution.packages.map { "\($0.kennung.dropFirst(5)) \($0.version)" }.joined(separator: ", ")
    }
}
