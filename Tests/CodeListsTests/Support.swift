import CodeLists
import Findings
import Foundation
import TestSupport

/// Lists written for the tests.
enum Samples {
    /// A list of the fourth generation with three rows, an optional and an empty cell.
    static let farben = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/" xmlns:xoev-cl-4="http://xoev.de/schemata/genericode/4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <Annotation>
            <Description>
              <xoev-cl-4:shortName>Farben</xoev-cl-4:shortName>
              <xoev-cl-4:codelistDescription>Farben von Ampeln &amp; Schildern</xoev-cl-4:codelistDescription>
              <xoev-cl-4:agencyShortName>Test</xoev-cl-4:agencyShortName>
              <xoev-cl-4:validFrom>2026-01-01</xoev-cl-4:validFrom>
              <xoev-cl-4:versionHandbook>1.2</xoev-cl-4:versionHandbook>
            </Description>
          </Annotation>
          <Identification>
            <ShortName>farben</ShortName>
            <LongName>Farben</LongName>
            <Version>2</Version>
            <CanonicalUri>urn:test:codeliste:farben</CanonicalUri>
            <CanonicalVersionUri>urn:test:codeliste:farben_2</CanonicalVersionUri>
            <Agency>
              <LongName>Testbehörde</LongName>
            </Agency>
          </Identification>
          <ColumnSet>
            <Column Id="code" Use="required">
              <ShortName>code</ShortName>
              <LongName>Code</LongName>
              <Data Type="string"/>
            </Column>
            <Column Id="name" Use="required">
              <ShortName>name</ShortName>
              <LongName>Name</LongName>
              <Data Type="string" Lang="de-DE"/>
            </Column>
            <Column Id="hinweis" Use="optional">
              <ShortName>hinweis</ShortName>
              <Data Type="string"/>
            </Column>
            <Key Id="codeKey">
              <Annotation>
                <AppInfo>
                  <xoev-cl-4:recommendedKeyColumn/>
                </AppInfo>
              </Annotation>
              <ShortName>codeKey</ShortName>
              <ColumnRef Ref="code"/>
            </Key>
          </ColumnSet>
          <SimpleCodeList>
            <Row>
              <Value ColumnRef="code">
                <SimpleValue>r</SimpleValue>
              </Value>
              <Value ColumnRef="name">
                <SimpleValue>Rot</SimpleValue>
              </Value>
              <Value ColumnRef="hinweis"/>
            </Row>
            <Row>
              <Value ColumnRef="code">
                <SimpleValue>g</SimpleValue>
              </Value>
              <Value ColumnRef="name">
                <SimpleValue>Grün</SimpleValue>
              </Value>
            </Row>
            <Row>
              <Value ColumnRef="code">
                <SimpleValue>b</SimpleValue>
              </Value>
              <Value ColumnRef="name">
                <SimpleValue>Blau, "hell"; mit
        Umbruch</SimpleValue>
              </Value>
              <Value ColumnRef="hinweis">
                <SimpleValue/>
              </Value>
            </Row>
          </SimpleCodeList>
        </gc:CodeList>
        """

    /// Reads a list from text.
    static func list(_ text: String, name: String? = nil) throws -> CodeList {
        try GenericodeReader().read(bytes: Array(text.utf8), name: name)
    }

    /// The first sample with replacements.
    static func farben(_ replacements: (String, String)...) throws -> CodeList {
        try list(farbenText(replacements))
    }

    /// The text of the first sample with replacements. Every one must change something.
    static func farbenText(_ replacements: [(String, String)]) -> String {
        replacements.reduce(farben) { text, replacement in
            precondition(text.contains(replacement.0))
            return text.replacingOccurrences(of: replacement.0, with: replacement.1)
        }
    }
}

/// The genericode files of the corpus.
enum CorpusLists {
    /// Every genericode file, in the order of their paths.
    static let files: [URL] = {
        guard let corpus = TestFiles.corpus,
            let walk = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
        else { return [] }
        let found = walk.compactMap { $0 as? URL }.filter { file in
            guard ["xml", "gc"].contains(file.pathExtension), let handle = try? FileHandle(forReadingFrom: file),
                let start = try? handle.read(upToCount: 1_000)
            else { return false }
            let text = String(decoding: start, as: UTF8.self)
            return text.contains("CodeList") && text.lowercased().contains("genericode")
        }
        return found.sorted { $0.path < $1.path }
    }()

    /// The bytes of a file.
    static func bytes(_ file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }
}
