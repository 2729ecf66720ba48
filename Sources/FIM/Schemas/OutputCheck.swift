import Findings
import SchemaModel
import SchemaValidation
import XMLCore

/// The last check before a FIM file leaves: what is written is valid against its schema, or it is not written.
///
///     let check = try OutputCheck()
///     try check.require(bytes, name: "leistung.xml")
///
/// An official schema set takes precedence over the built-in reconstructed ones: name it first.
public struct OutputCheck: Sendable {
    private let validator: DocumentValidator

    /// Why a file was not written.
    public struct Refusal: Error, FindingConvertible, Sendable {
        /// What is wrong with it.
        public var result: CheckResult

        /// The refusal as a finding, with the first error as its reason.
        public var finding: Finding {
            let first = result.findings.first { $0.severity == .error }
            var reason = Message(de: "das Schema lässt sich nicht anwenden", en: "the schema cannot be applied")
            if let first { reason = first.message }
            return Finding(
                "fim.output-invalid", at: first?.location ?? Location(file: result.subject),
                Message(
                    de:
                        "Das Ergebnis wäre gegen sein Schema nicht gültig und wird nicht geschrieben: \(text: reason.de)",
                    en: "The result would not be valid against its schema and is not written: \(text: reason.en)"),
                hint: Message(
                    de: "Meist ist schon die Eingabe nicht gültig: xoev validate. --no-validate schreibt trotzdem.",
                    en:
                        "Most often the input is not valid to begin with: xoev validate. --no-validate writes all the same."
                ))
        }
    }

    /// A check against these schemas; by default the built-in ones.
    ///
    /// - Throws: `SchemaError` when the schemas cannot be used.
    public init(_ sources: [SchemaSource] = [FIMSchemas.source]) throws(SchemaError) {
        self.init(try SchemaCatalogue(sources))
    }

    /// A check against schemas that are loaded already.
    public init(_ catalogue: SchemaCatalogue) {
        validator = DocumentValidator(catalogue, options: DocumentValidator.Options(maxFindings: 50))
    }

    /// Requires that bytes are a valid document.
    ///
    /// - Returns: Whether a schema for them was at hand; without one nothing is known.
    /// - Throws: `Refusal` when they are not valid.
    @discardableResult
    public func require(_ bytes: [UInt8], name: String) throws(Refusal) -> Bool {
        try require(.bytes(bytes, name: name))
    }

    /// Requires that a source holds a valid document: for what is too large to be held, such as a transfer file that was
    /// written beside its place and is moved there when it is valid.
    ///
    /// - Parameter name: What the document will be called, where it lies elsewhere as yet.
    /// - Returns: As above.
    /// - Throws: As above.
    @discardableResult
    public func require(_ source: XMLSource, called name: String? = nil) throws(Refusal) -> Bool {
        var result = validator.validate(source)
        if let name {
            result.subject = name
            for index in result.findings.indices where result.findings[index].location.file != nil {
                result.findings[index].location.file = name
            }
        }
        switch result.verdict {
        case .valid: return true
        case .incomplete: return false
        default: throw Refusal(result: result)
        }
    }
}
