import FIM
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@Suite("Sample stock")
struct StockGeneratorTests {
    static let options = StockGenerator.Options(
        services: 300, units: 7, onlineServices: 20, forms: 3, fieldsPerForm: 50, seed: 42)

    static func bytes(_ stock: StockGenerator, _ file: StockGenerator.Datei) throws -> [UInt8] {
        let box = Box()
        try stock.write(file) { box.bytes += $0 }
        return box.bytes
    }

    final class Box { var bytes: [UInt8] = [] }

    @Test("the same seed gives the same bytes, another seed other ones")
    func deterministic() throws {
        let one = StockGenerator(Self.options)
        let files = one.dateien(objectsPerFile: 100)
        #expect(
            files.map(\.name) == [
                "L100001_000001.xml", "L100001_000002.xml", "L100001_000003.xml", "L100001_000004.xml",
            ])
        #expect(files.map(\.objekte.count) == [100, 100, 100, 27])
        let again = StockGenerator(Self.options)
        #expect(try Self.bytes(one, files[1]) == Self.bytes(again, files[1]))
        #expect(one.formular(1) == again.formular(1))
        var other = Self.options
        other.seed = 43
        #expect(try Self.bytes(one, files[1]) != Self.bytes(StockGenerator(other), files[1]))
        // Any object can be made alone.
        #expect(one.objekt(150).element == again.leistung(143).element)
    }

    @Test("its files are valid, clean and complete: every service has one unit and no id comes twice")
    func valid() throws {
        let stock = StockGenerator(Self.options)
        let validator = DocumentValidator(try SchemaCatalogue([FIMSchemas.source]))
        var ids: Set<XZuFi.Identitaet> = []
        var duties: [XZuFi.Identitaet: Int] = [:]
        for file in stock.dateien(objectsPerFile: 100) {
            let bytes = try Self.bytes(stock, file)
            let result = validator.validate(.bytes(bytes, name: file.name))
            #expect(result.verdict == .valid, "\(result.findings.prefix(3))")
            let document = try XZuFi.Document(bytes: bytes, name: file.name)
            let findings = XZuFi.Pruefung.check(document)
            #expect(findings.isEmpty, "\(findings.prefix(3))")
            for object in document.objekte {
                #expect(ids.insert(try #require(object.id?.identity)).inserted)
                for duty in object.organisationseinheit?.zustaendigkeit ?? [] {
                    duties[try #require(duty.leistungID?.identity), default: 0] += 1
                }
            }
        }
        #expect(ids.count == 327)
        #expect(duties.count == 300)
        #expect(duties.values.allSatisfy { $0 == 1 })
        #expect(duties.keys.allSatisfy(ids.contains))
    }

    @Test("its forms are valid, read strictly and raise no message of quality")
    func forms() throws {
        let validator = DocumentValidator(try SchemaCatalogue([FIMSchemas.source]))
        for number in 0..<3 {
            let form = StockGenerator(Self.options).formular(number)
            let bytes = try XDF3Writer.write(form)
            #expect(validator.validate(.bytes(bytes)).verdict == .valid)
            guard case .xdf3(let read) = try XDFReader.read(bytes: bytes).nachricht else {
                Issue.record("not 3.0.0")
                continue
            }
            #expect(read == form)
            #expect(read.alleFelder.count == 50)
            let findings = QualityCheck.check(read).findings
            #expect(findings.isEmpty, "\(findings.prefix(5).map { "\($0)" }.joined(separator: "\n"))")
        }
    }
}
