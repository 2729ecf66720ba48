import Findings
import Foundation
import ServiceTransfer
import Testing

@Suite("Resolving dependencies")
struct DependencyResolverTests {
    @Test(
        "the newest version that suits all is taken, in the order of installation",
        arguments: [
            // A chain: what is needed stands before what needs it.
            ("a 1.0.0 -> b 1.0.0", ["b 1.0.0 -> c 1.0.0", "c 1.0.0"], "c 1.0.0, b 1.0.0"),
            ("a 1.0.0 -> b >=1.0.0 <2.0.0", ["b 1.0.0", "b 1.4.2", "b 1.4.10", "b 2.0.0"], "b 1.4.10"),
            // A prerelease is wanted only by name (npm, Helm).
            ("a 1.0.0 -> b >=1.0.0", ["b 1.0.0", "b 2.0.0-rc.1"], "b 1.0.0"),
            ("a 1.0.0 -> b >=2.0.0-rc.1", ["b 2.0.0-rc.1", "b 1.0.0"], "b 2.0.0-rc.1"),
            // The diamond: c 2 suits b only, c 1 suits both.
            (
                "a 1.0.0 -> b >=1.0.0, d >=1.0.0",
                ["b 1.0.0 -> c >=1.0.0", "d 1.0.0 -> c <2.0.0", "c 1.0.0", "c 2.0.0"],
                "c 1.0.0, b 1.0.0, d 1.0.0"
            ),
            // The newest b leads nowhere: the one before it does.
            (
                "a 1.0.0 -> b >=1.0.0, c 1.0.0",
                ["b 2.0.0 -> c 2.0.0", "b 1.0.0 -> c 1.0.0", "c 1.0.0", "c 2.0.0"],
                "c 1.0.0, b 1.0.0"
            ),
            // The newest b needs a circle; the older does not.
            ("a 1.0.0 -> b >=1.0.0", ["b 2.0.0 -> a 1.0.0", "b 1.0.0"], "b 1.0.0"),
            ("a 1.0.0", ["b 1.0.0"], ""),
        ])
    func picks(_ root: String, _ texts: [String], _ expected: String) throws {
        #expect(try Packages.resolve(root, among: texts) == expected)
        // Whatever the order in which the packages were found.
        #expect(try Packages.resolve(root, among: texts.reversed()) == expected)
    }

    @Test("what is missing is named with the chain that leads to it")
    func missing() throws {
        let outcome = DependencyResolver().resolve(
            [try Packages.package("a 1.0.0 -> b 1.0.0")], in: try Packages.catalog(["b 1.0.0 -> c >=3.0.0"]))
        let finding = try #require(outcome.findings.first)
        #expect(finding.id == "dependency.missing")
        let text = finding.message.rendered(.en)
        #expect(text.contains("test.c is not at hand"))
        #expect(text.contains("test.a 1.0.0 → test.b 1.0.0 needs test.c >=3.0.0"))
        #expect(outcome.resolution == nil)
    }

    @Test("a conflict names all that take part, each with its chain and range, and what is at hand")
    func conflict() throws {
        let outcome = DependencyResolver().resolve(
            [try Packages.package("a 1.0.0 -> b 1.0.0, d 1.0.0")],
            in: try Packages.catalog([
                "b 1.0.0 -> c >=2.0.0", "d 1.0.0 -> c <2.0.0", "c 1.5.0", "c 2.1.0",
            ]))
        let finding = try #require(outcome.findings.first)
        #expect(finding.id == "dependency.conflict")
        let text = finding.message.rendered(.de)
        #expect(text.contains("test.a 1.0.0 → test.b 1.0.0 braucht test.c >=2.0.0"))
        #expect(text.contains("test.a 1.0.0 → test.d 1.0.0 braucht test.c <2.0.0"))
        #expect(text.contains("Vorhanden: 2.1.0, 1.5.0"))
        #expect(finding.hint != nil)
    }

    @Test("no version in the range: what is at hand is named")
    func noVersion() throws {
        let outcome = DependencyResolver().resolve(
            [try Packages.package("a 1.0.0 -> b >=2.0.0")], in: try Packages.catalog(["b 1.0.0", "b 1.1.0"]))
        let finding = try #require(outcome.findings.first)
        #expect(finding.id == "dependency.no-version")
        #expect(finding.message.rendered(.en).contains("At hand: 1.1.0, 1.0.0"))
    }

    @Test("a circle is refused with the whole circle (DP-61)")
    func cycle() throws {
        let texts = ["b 1.0.0 -> c 1.0.0", "c 1.0.0 -> d 1.0.0", "d 1.0.0 -> b 1.0.0"]
        let outcome = DependencyResolver().resolve(
            [try Packages.package("a 1.0.0 -> b 1.0.0")], in: try Packages.catalog(texts))
        let finding = try #require(outcome.findings.first)
        #expect(finding.id == "dependency.cycle")
        let text = finding.message.rendered(.en)
        // d closes the circle: it is chosen last.
        #expect(text.contains("test.d 1.0.0 → test.b 1.0.0 → test.c 1.0.0 → test.d 1.0.0"))
        #expect(try Packages.resolve("a 1.0.0 -> a 1.0.0", among: []) == "dependency.cycle")
        #expect(try Packages.resolve("a 1.0.0 -> b 1.0.0", among: ["b 1.0.0 -> a 1.0.0"]) == "dependency.cycle")
    }

    @Test("a root is what it is: another version of it does not help")
    func rootIsGiven() throws {
        let roots = [try Packages.package("a 1.0.0 -> b 1.0.0"), try Packages.package("b 2.0.0")]
        let outcome = DependencyResolver().resolve(roots, in: try Packages.catalog(["b 1.0.0"]))
        #expect(outcome.resolution == nil)
        #expect(outcome.findings.first?.message.rendered(.en).contains("test.a 1.0.0 needs test.b 1.0.0") == true)
    }

    @Test("one version with two contents is used by nobody, unless the lock file says which is meant (DP-13)")
    func ambiguous() throws {
        let good = try Packages.package("b 1.0.0")
        let evil = PackageCandidate(
            kennung: good.kennung, version: good.version, digest: Packages.digest("evil"), origin: "evil.dienst")
        let root = try Packages.package("a 1.0.0 -> b 1.0.0")
        for order in [[good, evil], [evil, good]] {
            var catalog = PackageCatalog()
            order.forEach { catalog.add($0) }
            #expect(
                Packages.summary(DependencyResolver().resolve([root], in: catalog)) == "dependency.ambiguous-version")
            let lock = Festlegung(
                wurzeln: [], pakete: [.init(kennung: good.kennung, version: good.version, sha256: good.digest)],
                codelisten: [])
            let outcome = DependencyResolver(options: .init(lock: lock)).resolve([root], in: catalog)
            #expect(outcome.resolution?.packages == [good])
        }
    }

    @Test("the search does not try all combinations of versions that have nothing to do with the conflict")
    func backjumping() throws {
        // 20 packages of 10 versions each, all of them fine, and one need that nothing can satisfy.
        var texts = ["z 1.0.0 -> y 9.0.0", "z 1.1.0 -> y 9.0.0", "y 1.0.0"]
        var needs: [String] = []
        for package in 0..<20 {
            for version in 0..<10 { texts.append("p\(package) 1.\(version).0 -> q\(package) >=1.0.0") }
            for version in 0..<10 { texts.append("q\(package) 1.\(version).0") }
            needs.append("p\(package) >=1.0.0")
        }
        let result = try Packages.resolve(
            "a 1.0.0 -> \(needs.joined(separator: ", ")), z >=1.0.0", among: texts,
            options: .init(maxSteps: 1_000))
        #expect(result == "dependency.no-version")
    }

    @Test("a search that grows beyond its limits is given up and says so")
    func limits() throws {
        var texts: [String] = []
        for index in 0..<30 { texts.append("p\(index) 1.0.0 -> p\(index + 1) 1.0.0") }
        texts.append("p30 1.0.0")
        #expect(
            try Packages.resolve("a 1.0.0 -> p0 1.0.0", among: texts, options: .init(maxPackages: 10))
                == "dependency.too-complex")
        #expect(
            try Packages.resolve("a 1.0.0 -> p0 1.0.0", among: texts, options: .init(maxSteps: 10))
                == "dependency.too-complex")
    }

    @Test("against trying all combinations: random small sets have a solution exactly when the resolver finds one")
    func bruteForce() throws {
        var random = SplitMix(seed: 4)
        var solvable = 0
        for _ in 0..<400 {
            let names = ["b", "c", "d", "e"]
            var texts: [String] = []
            for name in names {
                for version in 1...3 where random.next() % 4 != 0 {
                    let needs = names.filter { $0 > name && random.next() % 3 == 0 }.map { other in
                        "\(other) >=\(random.next() % 3 + 1).0.0 <=\(random.next() % 3 + 1).0.0"
                    }
                    texts.append(
                        "\(name) \(version).0.0" + (needs.isEmpty ? "" : " -> " + needs.joined(separator: ", ")))
                }
            }
            let root = try Packages.package("a 1.0.0 -> b >=1.0.0, d >=1.0.0")
            let catalog = try Packages.catalog(texts)
            let outcome = DependencyResolver().resolve([root], in: catalog)
            let exists = Self.hasSolution(root, catalog, names.map { "test.\($0)" })
            #expect((outcome.resolution != nil) == exists, "\(texts)")
            if let resolution = outcome.resolution {
                solvable += 1
                #expect(Self.isSolution([root] + resolution.packages))
            }
        }
        #expect((40...360).contains(solvable), "the sets prove something only when both cases occur: \(solvable)")
    }

    private static func isSolution(_ packages: [PackageCandidate]) -> Bool {
        packages.allSatisfy { package in
            package.pakete.allSatisfy { need in
                packages.contains { $0.kennung == need.kennung && need.versionen.contains($0.version) }
            }
        }
    }

    /// Tries every choice of at most one version for every name.
    private static func hasSolution(
        _ root: PackageCandidate, _ catalog: PackageCatalog, _ names: [String], _ chosen: [PackageCandidate] = []
    ) -> Bool {
        guard let name = names.first else { return isSolution([root] + chosen) }
        let rest = Array(names.dropFirst())
        if hasSolution(root, catalog, rest, chosen) { return true }
        return catalog.candidates(of: name).contains { hasSolution(root, catalog, rest, chosen + [$0]) }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every run.
struct SplitMix {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
