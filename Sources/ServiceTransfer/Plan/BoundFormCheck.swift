import FIM
import Findings

/// Refuses forms that the values of a municipality would make invalid against their schema: what is installed can be
/// handed on. A form that was not valid to begin with is not judged here.
enum BoundFormCheck {
    // The schemas are built in: that they cannot be used would be a fault of this library, which its tests would find.
    private static let check = try? OutputCheck()

    /// What binding made invalid. `bound` holds the bytes of the parts that binding concerned, by part.
    static func missing(_ package: LoadedPackage, bound: [String: [UInt8]]) -> [TransferPlan.Missing] {
        package.manifest.bestandteile.compactMap { part in
            guard part.rolle == .datenschema, part.istXML, let bytes = bound[part.id],
                let original = package.bytes(of: part), bytes != original,
                let found = refusal(bytes, part), refusal(original, part) == nil
            else { return nil }
            return missing(part, found)
        }
    }

    private static func refusal(_ bytes: [UInt8], _ part: Bestandteil) -> OutputCheck.Refusal? {
        do throws(OutputCheck.Refusal) {
            try check?.require(bytes, name: part.pfad)
            return nil
        } catch {
            return error
        }
    }

    private static func missing(_ part: Bestandteil, _ refusal: OutputCheck.Refusal) -> TransferPlan.Missing {
        let first = refusal.result.findings.first { $0.severity == .error }
        let place = TransferPlan.Place(
            part: part.id, file: part.pfad, path: FieldPath(part: part.id), line: first?.location.line,
            column: first?.location.column)
        let reason = first?.message
        return TransferPlan.Missing(
            "transfer.bound-form-invalid", .parameter, part.id, isRequired: true, at: place,
            de: "Mit den Werten der Kommune ist das Formular gegen sein Schema nicht gültig: "
                + (reason?.rendered(.de) ?? "das Schema lässt sich nicht anwenden"),
            en: "With the municipality's values the form is not valid against its schema: "
                + (reason?.rendered(.en) ?? "the schema cannot be applied"),
            hintDE: "Ändern Sie den Wert des Parameters, der an dieser Stelle steht, im Profil.",
            hintEN: "Change the value of the parameter that stands in this place in the profile.")
    }
}
