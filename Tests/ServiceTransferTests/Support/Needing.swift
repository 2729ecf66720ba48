import Testing

@testable import ServiceTransfer

/// Small packages that need one another, and what they are resolved to.
enum Needing {
    private static let keys = ["a": "99102901104000", "b": "99108901001000", "c": "99012901000000"]

    /// The small service under the name `de.test.NAME`, needing others: `b >=1.0.0`.
    static func package(
        _ name: String, _ version: String = "1.0.0", needs: String..., merkblatt: String = "Merkblatt"
    ) throws -> LoadedPackage {
        let small = SmallService(
            version: version, kennung: "de.test.\(name)", leistung: try #require(Self.keys[name]),
            merkblatt: merkblatt)
        var files = try small.package().contents.files
        // Each service is an object of its own.
        files["leistung.xml"] = files["leistung.xml"]?.replacing("</xzufi:id>", "\(name)</xzufi:id>")
        let list = needs.map { need in
            let parts = need.split(separator: " ", maxSplits: 1)
            let range = parts[1].replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "<", with: "&lt;")
            return "<paket kennung=\"de.test.\(parts[0])\" versionen=\"\(range)\"/>"
        }
        if !list.isEmpty {
            files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing(
                "</dienstpaket>", "<abhaengigkeiten>\(list.joined())</abhaengigkeiten></dienstpaket>")
        }
        return try PackageBuilder().pack(PackageContents(name: name, isArchive: false, files: files)).package
    }

    static func lock(_ root: LoadedPackage, _ others: LoadedPackage...) throws -> Festlegung {
        var catalog = PackageCatalog()
        for other in others { catalog.add(other) }
        let candidate = PackageCandidate(root.manifest, digest: root.digest, bringt: [], origin: "root")
        return try #require(DependencyResolver().resolve([candidate], in: catalog).resolution).lock
    }
}
