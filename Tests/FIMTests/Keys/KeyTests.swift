import FIM
import Findings
import Foundation
import TestSupport
import Testing

@Suite("Keys of the administration")
struct KeyTests {
    @Test("An ARS falls into its parts and its levels")
    func arsParts() throws {
        let paderborn = try ARS("057740032032")
        #expect(paderborn.land == "05")
        #expect(paderborn.regierungsbezirk == "7")
        #expect(paderborn.kreis == "74")
        #expect(paderborn.gemeindeverband == "0032")
        #expect(paderborn.gemeinde == "032")
        #expect(paderborn.verbandszugehoerigkeit == .verbandsfrei)
        #expect(paderborn.ebene == .gemeinde)
        #expect(paderborn.parent?.text == "057740000000")
        #expect(paderborn.parent?.parent?.text == "057000000000")
        #expect(paderborn.parent?.parent?.parent?.text == "050000000000")
        #expect(paderborn.parent?.parent?.parent?.parent?.text == "000000000000")
        #expect(paderborn.ancestor(.land).ebene == .land)
        #expect(try ARS("000000000000").parent == nil)
        #expect(paderborn.derivedAGS.text == "05774032")
    }

    @Test("A verbandsangehörige Gemeinde has its Gemeindeverband as parent, a kreisfreie Stadt is its Kreis")
    func arsVerband() throws {
        let gemeinde = try ARS("010515163003")
        #expect(gemeinde.verbandszugehoerigkeit == .verbandsangehoerig)
        #expect(gemeinde.parent?.text == "010515163000")
        #expect(gemeinde.parent?.ebene == .gemeindeverband)
        #expect(gemeinde.parent?.parent?.text == "010510000000")
        #expect(gemeinde.parent?.parent?.parent?.text == "010000000000")
        #expect(try ARS("051110000000").ebene == .kreis)
        #expect(try ARS("020000000000").ebene == .land)
        #expect(try ARS("033529501501").verbandszugehoerigkeit == .gemeindefrei)
    }

    @Test("Areas contain what begins with their digits")
    func arsAreas() throws {
        let soest = try ARS("059740040040")
        #expect(try ARS("050000000000").contains(soest))
        #expect(try ARS("059740000000").contains(soest))
        #expect(try !ARS("057740000000").contains(soest))
        #expect(try ARS("000000000000").contains(soest))
        #expect(try ARSBereich("05974").contains(soest))
        #expect(try ARSBereich("").contains(soest))
        #expect(try !ARSBereich("059740040041").contains(soest))
        #expect(try ARSBereich("05").contains(ARSBereich("059")))
        #expect(try !ARSBereich("059").contains(ARSBereich("05")))
        #expect(throws: KeyError.self) { try ARSBereich("0597") }
        #expect(throws: KeyError.self) { try ARSBereich("17") }
    }

    @Test(
        "What is no ARS is refused",
        arguments: [
            "", "05774003203", "0577400320322", "05774003203a", "170000000000", "057741032032", "000000000001",
            "٠٥٧٧٤٠٠٣٢٠٣٢", " 057740032032",
        ])
    func arsRefused(text: String) {
        #expect {
            try ARS(text)
        } throws: { error in
            (error as? KeyError)?.finding.id == "key.ars"
        }
    }

    @Test("An AGS falls into its parts")
    func ags() throws {
        let ags = try AGS("05774032")
        #expect(ags.land == "05")
        #expect(ags.regierungsbezirk == "7")
        #expect(ags.kreis == "74")
        #expect(ags.gemeinde == "032")
    }

    @Test("What is no AGS is refused", arguments: ["", "0577403", "057740322", "00774032", "17774032", "0577403x"])
    func agsRefused(text: String) {
        #expect {
            try AGS(text)
        } throws: { error in
            (error as? KeyError)?.finding.id == "key.ags"
        }
    }

    @Test("A Leistungsschlüssel tells its parts and its type")
    func leistungsschluessel() throws {
        let lovd = try Leistungsschluessel("99099002067003")
        #expect(lovd.isLeiKa)
        #expect(lovd.typ == .leistungsobjektMitVerrichtungUndDetail)
        #expect(lovd.leistungsgruppierung == "099")
        #expect(lovd.leistungsobjekt == "002")
        #expect(lovd.verrichtung == "067")
        #expect(lovd.verrichtungsdetail == "003")
        #expect(lovd.urn == "urn:de:fim:leika:leistung:99099002067003")
        #expect(try Leistungsschluessel(urn: "urn:de:fim:leika:leistung:99099002067003") == lovd)
        #expect(lovd.parent?.text == "99099002067000")
        #expect(lovd.parent?.typ == .leistungsobjektMitVerrichtung)
        #expect(lovd.parent?.parent?.text == "99099002000000")
        #expect(lovd.parent?.parent?.typ == .leistungsobjekt)
        #expect(lovd.parent?.parent?.parent == nil)
    }

    @Test(
        "Own keys of Länder are accepted and are not of the LeiKa", arguments: ["50012345678901", "S1000010", "L100_1"])
    func ownKeys(text: String) throws {
        let key = try Leistungsschluessel(text)
        #expect(!key.isLeiKa)
        #expect(key.typ == nil)
        #expect(key.urn == nil)
        #expect(key.parent == nil)
    }

    @Test(
        "What is no Leistungsschlüssel is refused",
        arguments: ["", "9909900206700", "990990020670033", "99 099 002 067 003", "9909900206700A", "-L1", "Ü1"])
    func leistungsschluesselRefused(text: String) {
        #expect {
            try Leistungsschluessel(text)
        } throws: { error in
            (error as? KeyError)?.finding.id == "key.leistungsschluessel"
        }
    }

    @Test("Only the URN of a LeiKa key is read as such", arguments: ["99099002067003", "urn:de:fim:leika:leistung:1"])
    func urnRefused(text: String) {
        #expect(throws: KeyError.self) { try Leistungsschluessel(urn: text) }
    }

    @Test("A DVDV key is prefix and kennung")
    func dvdv() throws {
        let key = try DVDVSchluessel("bab:05111000")
        #expect(key.praefix == "bab")
        #expect(key.kennung == "05111000")
        #expect(key.ags?.text == "05111000")
        #expect(key.text == "bab:05111000")
        #expect(try DVDVSchluessel("töj:1").praefix == "töj")
        #expect(try DVDVSchluessel("xyz:a:b").kennung == "a:b")
    }

    @Test(
        "What is no DVDV key is refused",
        arguments: ["", "bab", ":1", "bab:", "b b:1", "bab:1 2", "bab1:2", "bab:\u{1}"])
    func dvdvRefused(text: String) {
        #expect(throws: KeyError.self) { try DVDVSchluessel(text) }
    }

    @Test("UUIDs are equal whatever their case, and keep their text")
    func uuid() throws {
        let upper = try UUIDText("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")
        #expect(try upper == UUIDText("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
        #expect(upper.text == "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")
        #expect(upper.canonical == "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
    }

    @Test(
        "What is no UUID is refused",
        arguments: [
            "", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae7dec11d0a76500a0c91e6bf6",
            "f81d4fae-7dec-11d0-a765-00a0c91e6bfg", "f81d4fae-7dec-11d0-a765_00a0c91e6bf6",
        ])
    func uuidRefused(text: String) {
        #expect(throws: KeyError.self) { try UUIDText(text) }
    }
}

@Suite("Keys of the corpus lists", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusKeyTests {
    /// The values of one column, read without the code under test.
    private func values(_ file: String, column: String) throws -> [String] {
        let folder = try #require(TestFiles.corpus).appending(path: "xwasser/1.0.0/codelists")
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        var result: [String] = []
        for cell in text.components(separatedBy: "<Value ColumnRef=\"\(column)\">").dropFirst() {
            guard let start = cell.range(of: "<SimpleValue>"), let end = cell.range(of: "</SimpleValue>") else {
                continue
            }
            result.append(String(cell[start.upperBound..<end.lowerBound]))
        }
        return result
    }

    @Test("The AGS follows from the ARS for all rows of the lists of 2026-04-30 but one")
    func agsFromARS() throws {
        let arsValues = try values("Regionalschlüssel_2026-04-30.xml", column: "SCHLUESSEL")
        let agsValues = Set(try values("AGS_2026-04-30.xml", column: "SCHLUESSEL"))
        #expect(arsValues.count == 11_227)
        #expect(agsValues.count == arsValues.count)
        var exceptions: [String] = []
        for text in arsValues {
            let ars = try ARS(text)
            if !agsValues.contains(ars.derivedAGS.text) { exceptions.append(text) }
        }
        #expect(exceptions == ["160615051097"])
        for text in agsValues { _ = try AGS(text) }
    }

    @Test("Every prefix of the DVDV list makes a key")
    func prefixes() throws {
        let prefixes = try values("DVDV.Praefixe_51.xml", column: "praefix")
        #expect(prefixes.count == 118)
        for prefix in prefixes { _ = try DVDVSchluessel(prefix + ":05774032") }
    }
}
