import FIM
import Findings

/// Tells what a new version of a form breaks for those who fill it by the old one.
struct FormBreakage {
    let package: LoadedPackage
    let state: PlanningState

    /// Why each part with such a form is refused.
    func objections() throws -> [String: Objection] {
        var result: [String: Objection] = [:]
        for part in package.manifest.bestandteile where part.rolle == .datenschema {
            guard let stored = state.parts.first(where: { $0.id == part.id }), stored.original != part.sha256,
                let before = try state.db.blob(stored.original), let after = package.bytes(of: part),
                let old = form(before), let new = form(after)
            else { continue }
            let breaking = XDF3Compare.compare(old, new).changes.filter { $0.impact == .breaking }
            if !breaking.isEmpty { result[part.id] = objection(breaking) }
        }
        return result
    }

    /// The form of either version; one of version 2 is compared as the one of version 3 it converts to.
    private func form(_ bytes: [UInt8]) -> XDF3.Nachricht? {
        guard let reading = try? XDFReader.read(bytes: bytes, options: .lenient) else { return nil }
        if let form = reading.xdf3 { return form }
        return reading.xdf2.map { XDF2To3.convert($0).nachricht }
    }

    private func objection(_ changes: [FIMComparison.Change]) -> Objection {
        func list(_ language: Language) -> String {
            var comparison = FIMComparison()
            comparison.changes = Array(changes.prefix(3))
            let lines = comparison.text(language).split(separator: "\n").map { $0.dropFirst(2) }
            let more = changes.count > 3 ? ["…"] : []
            return (lines.map(String.init) + more).joined(separator: "; ")
        }
        return Objection(
            action: .refused, id: "transfer.breaking-form-change",
            reason: TransferPlan.Text(
                de: "Das neue Formular bricht mit dem alten an \(changes.count) Stellen: \(list(.de)).",
                en: "The new form breaks with the old one in \(changes.count) places: \(list(.en))."),
            hint: TransferPlan.Text(
                de: "Prüfen Sie, ob offene Anträge und Fachverfahren damit umgehen können, und bestätigen Sie es mit "
                    + "--confirm-breaking.",
                en: "Check that open applications and back-office systems can handle it and confirm it with "
                    + "--confirm-breaking."))
    }
}
