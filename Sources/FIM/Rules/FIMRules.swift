import Findings
import XMLCore
import XOEV

/// The rules of XZuFi beyond its schema, for `MessageValidator`: what `XZuFi.Pruefung` checks.
public struct XZuFiRules: StandardRules {
    /// The rules.
    public init() {}

    /// Whether the root is in a namespace of XZuFi.
    public func apply(to root: XMLName) -> Bool { XZuFi.Version(namespace: root.namespace) != nil }

    /// What the rules find in a document.
    public func check(_ source: XMLSource, limits: XMLLimits) -> StandardRulesOutcome {
        do {
            let tree = try XMLTree(source, limits: limits)
            return StandardRulesOutcome(
                findings: XZuFi.Pruefung.check(try XZuFi.Document(tree: tree, name: source.name)))
        } catch let error as any FindingConvertible {
            return StandardRulesOutcome(notChecked: error.finding.message)
        } catch {
            return StandardRulesOutcome(
                notChecked: Message(de: "Das Dokument ist nicht lesbar.", en: "The document cannot be read."))
        }
    }
}

/// The official quality messages on forms (XDatenfelder 3.0.0), for `MessageValidator`: what `QualityCheck` checks.
public struct XDatenfelderRules: StandardRules {
    private let options: QualityCheck.Options

    /// The rules, with the lists and official texts that the options bring.
    public init(options: QualityCheck.Options = QualityCheck.Options()) { self.options = options }

    /// Whether the root is in a namespace of XDatenfelder.
    public func apply(to root: XMLName) -> Bool {
        XDFVersion.allCases.contains { $0.namespace == root.namespace }
    }

    /// What the rules find in a document.
    public func check(_ source: XMLSource, limits: XMLLimits) -> StandardRulesOutcome {
        do {
            let tree = try XMLTree(source, limits: limits)
            let reading = try XDFReader.read(tree, name: source.name, options: XDFReader.Options(mode: .lenient))
            guard let message = reading.xdf3 else {
                return StandardRulesOutcome(
                    notChecked: Message(
                        de: "Die Meldungen gelten für XDatenfelder 3.0.0.",
                        en: "The messages are about XDatenfelder 3.0.0."))
            }
            var own = options
            own.file = source.name
            let result = QualityCheck.check(message, options: own)
            guard !result.missingCodeLists.isEmpty else { return StandardRulesOutcome(findings: result.findings) }
            let names = result.missingCodeLists.map { $0.canonicalVersionUri ?? $0.canonicalIdentification }
                .joined(separator: ", ")
            return StandardRulesOutcome(
                findings: result.findings,
                notChecked: Message(
                    de: "Codelisten liegen nicht vor: \(names)", en: "Code lists are not at hand: \(names)"))
        } catch let error as XDFError where !error.code.isFatal {
            return StandardRulesOutcome(findings: error.findings)
        } catch let error as any FindingConvertible {
            return StandardRulesOutcome(notChecked: error.finding.message)
        } catch {
            return StandardRulesOutcome(
                notChecked: Message(de: "Das Dokument ist nicht lesbar.", en: "The document cannot be read."))
        }
    }
}
