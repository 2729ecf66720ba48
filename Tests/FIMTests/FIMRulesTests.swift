import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore
import XOEV

@testable import FIM

@Suite("Rules of FIM standards as a layer")
struct FIMRulesTests {
    private func validate(_ text: String) throws -> CheckResult {
        let validator = MessageValidator(
            try SchemaCatalogue([FIMSchemas.source]),
            options: MessageValidator.Options(rules: [XZuFiRules(), XDatenfelderRules()]))
        return validator.validate(.bytes(Array(text.utf8), name: "d.xml"))
    }

    @Test("XZuFi: an object without id fails the layer, one with id and agency passes it")
    func xzufi() throws {
        let space = "xmlns:z=\"http://xoev.de/schemata/xzufi/2_2_0\""
        let missing = try validate("<z:leistung \(space)/>")
        #expect(missing.findings.contains { $0.id == "xzufi.missing-id" })
        #expect(missing.layers.last == Layer(name: "rules", outcome: .failed, duration: missing.layers.last?.duration))
        let good = try validate("<z:onlinedienst \(space)><z:id schemeAgencyID=\"a\">1</z:id></z:onlinedienst>")
        #expect(good.layers.last?.outcome == .passed)
    }

    @Test("XDatenfelder 2.0: the quality messages are about 3.0.0, so that nothing is claimed")
    func xdf2() throws {
        let rules = XDatenfelderRules()
        let root = XMLName("xdatenfelder.datenfeld.0104", in: XDFVersion.allCases[0].namespace)
        #expect(rules.apply(to: root))
        #expect(!rules.apply(to: XMLName("a")))
        #expect(rules.check(.bytes(Array("<a".utf8)), limits: .standard).notChecked != nil)
    }

    @Test("A document of another standard has no rules here: asked for, the verdict is incomplete")
    func other() throws {
        let result = try validate("<a/>")
        guard case .couldNotRun = result.layers.last?.outcome else {
            Issue.record("\(result.layers)")
            return
        }
        #expect(result.verdict == .incomplete)
    }
}
