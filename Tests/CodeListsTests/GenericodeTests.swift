import CodeLists
import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

@Suite("Reading and writing genericode")
struct GenericodeTests {
    @Test("A list is read with its metadata, columns, keys and rows")
    func reading() throws {
        let list = try Samples.farben()
        #expect(list.identification.shortName.value == "farben")
        #expect(list.identification.displayName == "Farben")
        #expect(list.id == CodeListID(uri: "urn:test:codeliste:farben", version: "2"))
        #expect(list.identification.agency?.longNames.first?.value == "Testbehörde")
        #expect(list.metadata?.generation == .fourth)
        #expect(list.metadata?.description == "Farben von Ampeln & Schildern")
        #expect(list.metadata?.agencyShortName == "Test")
        #expect(list.metadata?.handbookVersion == "1.2")
        #expect(list.validFrom == CalendarDate(year: 2026, month: 1, day: 1))
        #expect(list.columns.map(\.id) == ["code", "name", "hinweis"])
        #expect(list.columns[1].data?.language == "de-DE")
        #expect(list.columns[2].use == .optional)
        #expect(list.codeColumn == 0)
        #expect(list.nameColumn == 1)
        #expect(list.count == 3)
        #expect(list.value(row: 1, column: "name") == "Grün")
        #expect(list.value(row: 2, column: "name") == "Blau, \"hell\"; mit\nUmbruch")
        #expect(list.rows?[0, 2] == .undefined)
        #expect(list.rows?[1, 2] == .missing)
        #expect(list.rows?[2, 2] == .text(""))
        #expect(list.value(row: 3, column: "name") == nil)
        #expect(list.value(row: 0, column: "nix") == nil)
        #expect(list.rows?.line(ofRow: 0) == 48)
    }

    @Test("A list in XRepository's form is written byte for byte as it was")
    func writing() throws {
        let list = try Samples.farben()
        #expect(String(decoding: try GenericodeWriter().write(list), as: UTF8.self) == Samples.farben)
    }

    @Test("A list that is made from scratch is written in XRepository's form")
    func fromScratch() throws {
        var metadata = XOEVAnnotation()
        metadata.shortName = "Farben"
        metadata.description = "Farben von Ampeln & Schildern"
        metadata.agencyShortName = "Test"
        metadata.validFromText = "2026-01-01"
        metadata.handbookVersion = "1.2"
        var rows = CodeListRows(columnCount: 3)
        rows.append([.text("r"), .text("Rot"), .undefined])
        rows.append([.text("g"), .text("Grün")])
        rows.append([.text("b"), .text("Blau, \"hell\"; mit\nUmbruch"), .text("")])
        let list = CodeList(
            identification: CodeListIdentification(
                shortName: "farben", longNames: ["Farben"], version: "2", canonicalURI: "urn:test:codeliste:farben",
                agency: .init(longNames: ["Testbehörde"])),
            annotation: metadata.annotation,
            columns: [
                CodeListColumn(id: "code", shortName: "code", longNames: ["Code"]),
                CodeListColumn(
                    id: "name", shortName: "name", longNames: ["Name"], data: .init(language: "de-DE")),
                CodeListColumn(id: "hinweis", use: .optional, shortName: "hinweis"),
            ],
            keys: [
                CodeListKey(
                    id: "codeKey", shortName: "codeKey", columns: [.init("code")],
                    annotation: metadata.codeMarkAnnotation)
            ], rows: rows)
        #expect(try list == Samples.farben())
        #expect(String(decoding: try GenericodeWriter().write(list), as: UTF8.self) == Samples.farben)
    }

    @Test("Setting the metadata replaces the descriptions")
    func metadata() throws {
        var list = try Samples.farben()
        var metadata = try #require(list.metadata)
        metadata.validFromText = "2026-07-01"
        metadata.changes = "keine"
        list.metadata = metadata
        let again = try GenericodeReader().read(bytes: try GenericodeWriter().write(list))
        #expect(again.metadata == metadata)
        #expect(again.validFrom == CalendarDate("2026-07-01"))
    }

    @Test(
        "All generations of annotations are understood",
        arguments: [
            ("http://www.xoev.de/schemata/xoev-gc-codelist-1_0_draft", "xoev-code", "datumgueltigkeitab"),
            ("http://www.xoev.de/schemata/xoev-gc-codelist-1_0", "xoev-code", "datumgueltigkeitab"),
            ("http://www.xoev-koordination.de/xoev", "xoev-code", "datumgueltigkeitab"),
            ("http://xoev.de/schemata/genericode/1_0", "xoev-code", "datumgueltigkeitab"),
            ("http://xoev.de/schemata/genericode/2", "xoev-code", "datumGueltigkeitAb"),
            ("http://xoev.de/schemata/genericode/3", "empfohleneCodeSpalte", "datumGueltigkeitAb"),
        ])
    func generations(namespace: String, mark: String, validFrom: String) throws {
        let list = try Samples.farben(
            ("xoev-cl-4:shortName", "xoev-cl-4:nix"), ("http://xoev.de/schemata/genericode/4", namespace),
            ("recommendedKeyColumn", mark), ("xoev-cl-4:validFrom", "xoev-cl-4:" + validFrom))
        #expect(list.metadata?.generation.rawValue == namespace)
        #expect(list.validFrom?.description == "2026-01-01")
        #expect(list.keys[0].isRecommendedCode)
        #expect(try GenericodeReader().read(bytes: try GenericodeWriter().write(list)) == list)
    }

    @Test("Children in the namespace of the root and roots without namespace are read alike")
    func namespaces() throws {
        let plain = try Samples.farben()
        var qualified = Samples.farben
        for name in [
            "Annotation", "Description", "Identification", "ShortName", "LongName", "Version", "CanonicalUri",
            "CanonicalVersionUri", "Agency", "ColumnSet", "Column", "Data", "Key", "AppInfo", "ColumnRef",
            "SimpleCodeList", "Row", "Value", "SimpleValue",
        ] {
            qualified = qualified.replacingOccurrences(of: "<\(name)>", with: "<gc:\(name)>")
                .replacingOccurrences(of: "<\(name) ", with: "<gc:\(name) ")
                .replacingOccurrences(of: "<\(name)/>", with: "<gc:\(name)/>")
                .replacingOccurrences(of: "</\(name)>", with: "</gc:\(name)>")
        }
        #expect(try Samples.list(qualified) == plain)
        let bare = Samples.farben.replacingOccurrences(of: "gc:CodeList", with: "CodeList")
        #expect(try Samples.list(bare) == plain)
        let old = Samples.farben.replacingOccurrences(
            of: "http://docs.oasis-open.org/codelist/ns/genericode/1.0/",
            with: "http://genericode.org/2006/ns/CodeList/0.4/")
        #expect(try Samples.list(old) == plain)
    }

    @Test("Values without a column reference belong to the column after")
    func implicitColumns() throws {
        let list = try Samples.farben(("<Value ColumnRef=\"name\">", "<Value>"))
        #expect(try list == Samples.farben())
    }

    @Test("Languages, identifiers, facets, references, complex values and annotations survive a round trip")
    func everything() throws {
        let text = """
            <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/" xmlns:x="urn:x">
             <!-- oben -->
             <Annotation><Description xml:lang="de"><x:a>eins <x:b/> zwei</x:a><!--c--></Description>
              <Description xml:lang="en"><x:a/></Description><AppInfo><x:i k="v"/></AppInfo></Annotation>
             <Identification><ShortName xml:lang="de"> a  b </ShortName><LongName Identifier="l" xml:lang="en">A</LongName>
              <LongName>B</LongName><Version>1</Version><CanonicalUri>urn:x:y</CanonicalUri>
              <CanonicalVersionUri>urn:x:y-1</CanonicalVersionUri><LocationUri>http://a</LocationUri>
              <AlternateFormatLocationUri MimeType="text/csv">http://b</AlternateFormatLocationUri>
              <Agency><ShortName>s</ShortName><LongName>l</LongName><Identifier Identifier="q">6</Identifier></Agency>
             </Identification>
             <ColumnSet DatatypeLibrary="urn:lib">
              <Column Id="a" Use="required"><Annotation><AppInfo><x:col/></AppInfo></Annotation><ShortName>a</ShortName>
               <LongName xml:lang="de">Spalte A</LongName><CanonicalUri>urn:c</CanonicalUri>
               <CanonicalVersionUri>urn:c-1</CanonicalVersionUri>
               <Data Type="token" DatatypeLibrary="urn:other" Lang="de"><Parameter ShortName="maxLength" LongName="m">3</Parameter></Data>
              </Column>
              <ColumnRef Id="b" ExternalRef="bb" Use="optional" xml:base="http://base/"><CanonicalVersionUri>urn:o-1</CanonicalVersionUri>
               <LocationUri>o.xml</LocationUri><Data Lang="en"/></ColumnRef>
              <Column Id="c" Use="optional"><ShortName>c</ShortName><Data Type="string"/></Column>
              <Key Id="k"><ShortName>k</ShortName><ColumnRef Ref="a"><Annotation><AppInfo><x:r/></AppInfo></Annotation></ColumnRef><ColumnRef Ref="b"/></Key>
              <KeyRef Id="k2" ExternalRef="kk"><CanonicalVersionUri>urn:o-1</CanonicalVersionUri></KeyRef>
             </ColumnSet>
             <SimpleCodeList><Annotation><AppInfo><x:rows/></AppInfo></Annotation>
              <Row><Annotation><AppInfo><x:row/></AppInfo></Annotation><Value><SimpleValue>1</SimpleValue></Value>
               <Value><Annotation><AppInfo><x:cell/></AppInfo></Annotation><ComplexValue><x:v>2</x:v></ComplexValue></Value></Row>
              <Row><Value ColumnRef="c"><SimpleValue>3</SimpleValue></Value></Row>
             </SimpleCodeList>
            </gc:CodeList>
            """
        let list = try Samples.list(text)
        #expect(list.identification.shortName == CodeListText("a b", language: "de"))
        #expect(list.identification.longNames[0] == CodeListText("A", language: "en", identifier: "l"))
        #expect(list.identification.alternateFormats == [.init(uri: "http://b", mimeType: "text/csv")])
        #expect(list.columns[1].reference?.externalID == "bb")
        #expect(list.columns[1].reference?.locationURIs == ["o.xml"])
        #expect(list.keys[0].columns.map(\.columnID) == ["a", "b"])
        #expect(list.keys[1].reference?.externalID == "kk")
        #expect(list.codeColumn == nil)
        #expect(list.value(row: 0, column: "b") == "2")
        #expect(list.rows?[1, 0] == .missing)
        #expect(list.presentation.comments == [" oben "])
        let written = try GenericodeWriter().write(list)
        let again = try GenericodeReader().read(bytes: written)
        #expect(again == list)
        #expect(again.presentation.comments == list.presentation.comments)
        // What is written does not depend on how it was indented.
        #expect(try GenericodeWriter().write(again) == written)
    }

    @Test("A column set elsewhere and a list without rows survive a round trip")
    func withoutRows() throws {
        let list = try Samples.list(
            """
            <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
             <Identification><ShortName>a</ShortName><Version>1</Version><CanonicalUri>urn:x:y</CanonicalUri>
              <CanonicalVersionUri>urn:x:y-1</CanonicalVersionUri></Identification>
             <ColumnSetRef xml:base="http://b/"><CanonicalVersionUri>urn:c-1</CanonicalVersionUri><LocationUri>c</LocationUri></ColumnSetRef>
            </gc:CodeList>
            """)
        #expect(list.rows == nil)
        #expect(list.columnSetReference?.canonicalVersionURI == "urn:c-1")
        #expect(list.columnSetReference?.base == "http://b/")
        #expect(try GenericodeReader().read(bytes: try GenericodeWriter().write(list)) == list)
    }

    private func fault(_ text: String) -> CodeListError? {
        do {
            _ = try Samples.list(text, name: "liste.xml")
            return nil
        } catch { return error as? CodeListError }
    }

    @Test("An error message of XRepository is told from a list")
    func fehler() throws {
        let error = try #require(
            fault("<?xml version=\"1.0\"?>\n<Fehler><code>404</code> <text>nicht gefunden</text></Fehler>"))
        #expect(error.code == .repositoryError)
        #expect(error.location == Location(file: "liste.xml", line: 2, column: 1))
        #expect(error.message.rendered(.en).contains("404 nicht gefunden"))
    }

    @Test(
        "What is no code list is refused and named",
        arguments: [
            ("<a/>", "codelist.not-genericode"),
            ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "codelist.not-genericode"),
            ("<CodeList xmlns='urn:other'/>", "codelist.not-genericode"),
            (
                "<gc:CodeListSet xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'/>",
                "codelist.not-genericode"
            ),
            ("{}", "codelist.unreadable"), ("", "codelist.unreadable"),
            ("<!DOCTYPE a><CodeList/>", "codelist.unreadable"),
            ("<CodeList/>", "codelist.structure"),
        ])
    func refused(text: String, id: String) throws {
        let error = try #require(fault(text))
        #expect(error.finding.id.rawValue == id)
        #expect(error.location.file == "liste.xml")
    }

    @Test(
        "Faults in the structure are found where they are",
        arguments: [
            ("<Value ColumnRef=\"name\">", "<Value ColumnRef=\"nam\">", "codelist.unknown-column", 52),
            ("<ColumnRef Ref=\"code\"/>", "<ColumnRef Ref=\"cod\"/>", "codelist.unknown-column", 44),
            ("<Value ColumnRef=\"name\">", "<Value ColumnRef=\"code\">", "codelist.structure", 52),
            ("<SimpleCodeList>", "<SimpleCodeList><Zeile/>", "codelist.structure", 47),
            ("<Version>2</Version>", "", "codelist.structure", 12),
            ("Column Id=\"name\"", "Column Id=\"code\"", "codelist.structure", 28),
            ("Use=\"optional\"", "Use=\"vielleicht\"", "codelist.structure", 33),
            ("<Key Id=\"codeKey\">", "<Key>", "codelist.structure", 37),
        ])
    func faults(old: String, new: String, id: String, line: Int) throws {
        let error = try #require(fault(Samples.farbenText([(old, new)])))
        #expect(error.finding.id.rawValue == id)
        #expect(error.location == Location(file: "liste.xml", line: line, column: error.location.column))
    }

    @Test("What XML cannot carry is not written")
    func notWritable() throws {
        var list = try Samples.farben()
        list.identification.longNames = ["a\u{1}b"]
        #expect {
            try GenericodeWriter().write(list)
        } throws: { ($0 as? CodeListError)?.code == .notWritable }
    }
}

@Suite("Order of versions")
struct CodeListVersionTests {
    @Test("Versions are ordered by their numbers")
    func order() {
        let versions = ["10", "2", "2.10", "2.9", "1.0", "2021-02-19", "2021-02-18", "20240216"]
        #expect(
            versions.sorted(by: CodeListVersion.isBefore)
                == ["1.0", "2", "2.9", "2.10", "10", "2021-02-18", "2021-02-19", "20240216"])
        #expect(!CodeListVersion.isBefore("1", "1"))
        #expect(CodeListVersion.isBefore("1.0", "1.0a"))
        #expect(CodeListVersion.isBefore("v1", "v2"))
        #expect(CodeListVersion.isBefore("01", "1") != CodeListVersion.isBefore("1", "01"))
    }

    @Test("Days are read strictly")
    func dates() {
        #expect(CalendarDate("2024-02-29")?.description == "2024-02-29")
        #expect(CalendarDate(" 2024-02-29\n") != nil)
        for text in ["2023-02-29", "2024-13-01", "2024-00-01", "2024-1-1", "20240101", "2024-01-01Z", "", "0000-01-01"]
        {
            #expect(CalendarDate(text) == nil)
        }
    }
}
