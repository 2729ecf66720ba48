import CodeLists
import Findings
import Testing

@Suite("Checking code lists")
struct CodeListCheckTests {
    private func ids(_ replacements: (String, String)...) throws -> [String] {
        let list = try Samples.list(Samples.farbenText(replacements))
        return CodeListCheck().findings(for: list, file: "f.xml").map { "\($0.id) \($0.severity.rawValue)" }
    }

    @Test("A proper list has no findings")
    func proper() throws { #expect(try ids().isEmpty) }

    @Test("A doubled code is an error at the line of the second row")
    func duplicate() throws {
        let list = try Samples.farben(("<SimpleValue>g</SimpleValue>", "<SimpleValue>r</SimpleValue>"))
        let findings = CodeListCheck().findings(for: list, file: "f.xml")
        #expect(findings.map(\.id.rawValue) == ["codelist.duplicate-key"])
        #expect(findings[0].severity == .error)
        #expect(findings[0].location == Location(file: "f.xml", line: 57))
    }

    @Test("A list without a key of one column has no code column")
    func noKey() throws {
        #expect(
            try ids(("<ColumnRef Ref=\"code\"/>", "<ColumnRef Ref=\"code\"/><ColumnRef Ref=\"name\"/>"))
                == ["codelist.missing-key-column error"])
    }

    @Test("A code without value is an error, a name without value a warning")
    func missingValues() throws {
        #expect(try ids(("<SimpleValue>g</SimpleValue>", "")) == ["codelist.missing-value error"])
        #expect(try ids(("<SimpleValue>Rot</SimpleValue>", "")) == ["codelist.missing-value warning"])
    }

    @Test("A version URI that does not follow from URI and version is a warning in XÖV")
    func versionURI() throws {
        #expect(
            try ids(
                ("<CanonicalVersionUri>urn:test:codeliste:farben_2", "<CanonicalVersionUri>urn:test:codeliste:farben_3")
            )
                == ["codelist.version-uri warning"])
        #expect(try ids(("<Version>2</Version>", "<Version/>")) == ["codelist.no-identity error"])
    }
}
