import ServiceTransfer
import Testing

@Suite("Versions")
struct SemanticVersionTests {
    @Test(
        "versions that semver.org calls valid are read and written back",
        arguments: [
            "0.0.4", "1.2.3", "10.20.30", "1.1.2-prerelease+meta", "1.1.2+meta", "1.0.0-alpha", "1.0.0-alpha.beta",
            "1.0.0-alpha0.valid", "1.0.0-rc.1+build.123", "1.2.3-SNAPSHOT-123", "2.0.0+build.1848",
            "1.0.0-0A.is.legal", "1.0.0+0.build.1-rc.10000aaa-kk-0.1", "1.2.3----RC-SNAPSHOT.12.9.1--.12",
        ])
    func valid(text: String) throws {
        #expect(try SemanticVersion(text).description == text)
    }

    @Test(
        "versions that semver.org calls invalid are refused",
        arguments: [
            "", "1", "1.2", "1.2.3-0123", "1.2.3-0123.0123", "1.1.2+.123", "+invalid", "-invalid", "alpha", "01.1.1",
            "1.01.1", "1.1.01", "1.2.3.DEV", "1.2-SNAPSHOT", "1.0.0-alpha_beta", "1.0.0-alpha..1", "v1.2.3", "1.2.3-",
            "1.2.3+", "1.2.3+a+b", " 1.2.3", "1.2.-3", "1..3", "1.2.3.", "٣.0.0",
            "99999999999999999999999.999999999999999999.99999999999999999",
        ])
    func invalid(text: String) {
        let error = #expect(throws: TransferError.self) { try SemanticVersion(text) }
        #expect(error?.code.id == "version.invalid")
    }

    @Test("precedence is that of rule 11 of Semantic Versioning")
    func precedence() throws {
        let ordered = [
            "1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
            "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0", "1.11.0", "2.0.0",
        ]
        let versions = try ordered.map { try SemanticVersion($0) }
        for (index, left) in versions.enumerated() {
            for (other, right) in versions.enumerated() {
                #expect((left < right) == (index < other), "\(left) \(right)")
            }
        }
    }

    @Test("build metadata does not count for precedence but for equality")
    func build() throws {
        let (one, other) = (try SemanticVersion("1.0.0+a"), try SemanticVersion("1.0.0+b"))
        #expect(one.hasSamePrecedence(as: other))
        #expect(one != other)
    }

    @Test(
        "a range holds what all its comparisons hold",
        arguments: [
            (">=1.2.0 <2.0.0", "1.2.0", true), (">=1.2.0 <2.0.0", "1.99.9", true), (">=1.2.0 <2.0.0", "2.0.0", false),
            (">=1.2.0 <2.0.0", "1.1.9", false), ("1.0.0", "1.0.0", true), ("=1.0.0", "1.0.1", false),
            (">1.0.0", "1.0.0", false), ("<=1.0.0", "1.0.0", true), (">=1.0.0", "2.0.0-alpha", false),
            (">=1.0.0-alpha <2.0.0", "1.0.0-beta", true), (">=1.0.0-alpha <2.0.0", "1.1.0-beta", false),
        ])
    func range(text: String, version: String, isIn: Bool) throws {
        #expect(try VersionRange(text).contains(SemanticVersion(version)) == isIn)
        #expect(try VersionRange(VersionRange(text).description) == VersionRange(text))
    }

    @Test(
        "what is no range is refused", arguments: ["", ">=1.2", ">=1.0.0  <2.0.0", "~1.0.0", "=>1.0.0", "1.0.0+a", "*"])
    func invalidRange(text: String) {
        #expect(throws: TransferError.self) { try VersionRange(text) }
    }
}
