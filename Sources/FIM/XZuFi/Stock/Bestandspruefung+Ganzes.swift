import Findings
import XMLCore

extension XZuFi.Bestandspruefung {
    // MARK: The transaction

    /// All files of a delivery have one version and one transaction, whose places have no gap.
    func checkTransaction(_ stock: XZuFi.Bestand, _ folder: String, _ whole: inout FindingCollector) {
        let versions = Set(stock.dateien.map(\.version.rawValue)).sorted()
        if versions.count > 1 {
            whole.add(
                "xzufi.mixed-versions", .error, Location(file: folder),
                Message(
                    de: "Die Dateien haben verschiedene Versionen von XZuFi: \(versions.joined(separator: ", ")).",
                    en: "The files are of different versions of XZuFi: \(versions.joined(separator: ", "))."),
                hint: Message(
                    de: "Eine Lieferung hat eine Version; xoev fim convert wandelt um.",
                    en: "A delivery has one version; xoev fim convert converts."))
        }
        let transactions = Set(stock.dateien.compactMap(\.transaktionID)).sorted()
        if transactions.count > 1 {
            whole.add(
                "xzufi.several-transactions", .warning, Location(file: folder),
                Message(
                    de: "Die Dateien gehören zu \(transactions.count) Transaktionen.",
                    en: "The files belong to \(transactions.count) transactions."))
            return
        }
        var places: [Int: String] = [:]
        for file in stock.dateien {
            guard let text = file.transaktionPosition, let place = Int(text) else { continue }
            if let first = places[place] {
                whole.add(
                    "xzufi.transaction-place-twice", .error, Location(file: folder + "/" + file.name),
                    Message(
                        de: "Die Stelle \(place) der Transaktion hat schon \(first).",
                        en: "Place \(place) of the transaction is taken by \(first)."))
            }
            places[place] = file.name
        }
        guard let last = places.keys.max(), last <= 1_000_000 else { return }
        let missing = (1...max(1, last)).filter { places[$0] == nil }
        if let first = missing.first, options.lieferart == .vollbestand {
            whole.add(
                "xzufi.transaction-gap", .error, Location(file: folder),
                Message(
                    de: "In der Transaktion fehlen \(missing.count) von \(last) Dateien, zuerst die Stelle \(first).",
                    en: "\(missing.count) of \(last) files are missing from the transaction, first place \(first)."),
                hint: Message(
                    de: "Fehlende Dateien in den Index aufnehmen, oder den Export wiederholen.",
                    en: "Put the missing files into the index, or repeat the export."))
        }
    }

    // MARK: References

    func checkReferences(_ stock: XZuFi.Bestand, _ folder: String, _ whole: inout FindingCollector) {
        let agencies = Set(stock.herausgeber)
        if agencies.count > 1 {
            whole.add(
                "xzufi.several-publishers", .warning, Location(file: folder),
                Message(
                    de:
                        "Die Kennungen sind von \(agencies.count) Vergabestellen: \(stock.herausgeber.prefix(5).joined(separator: ", ")).",
                    en:
                        "The ids are given by \(agencies.count) agencies: \(stock.herausgeber.prefix(5).joined(separator: ", "))."
                ),
                hint: Message(
                    de: "Ein Vollbestand ersetzt den Bestand eines Herausgebers.",
                    en: "A full stock replaces that of one publisher."))
        }
        for (key, file) in stock.loeschungen.sorted(by: { $0.key < $1.key }) {
            guard let entry = stock.eintraege[key] else { continue }
            whole.add(
                "xzufi.written-and-deleted", .error, Location(file: folder + "/" + file),
                Message(
                    de: "\(key.description) wird in \(entry.datei) geschrieben und in \(file) gelöscht.",
                    en: "\(key.description) is written in \(entry.datei) and deleted in \(file)."))
        }
        for entry in stock.eintraege.values.sorted(by: { $0.schluessel < $1.schluessel }) {
            for reference in Set(entry.verweise).sorted(by: { ($0.ziel, $0.element) < ($1.ziel, $1.element) }) {
                checkReference(reference, of: entry, stock, agencies, folder, &whole)
            }
        }
        checkCircles(stock, folder, &whole)
        checkResponsibilities(stock, folder, &whole)
    }

    /// A reference to an object of a publisher of this stock must lead to one that is in it, or, in a delta, was there.
    /// What others publish is not at hand.
    private func checkReference(
        _ reference: XZuFi.Bestand.Verweis, of entry: XZuFi.Bestand.Eintrag, _ stock: XZuFi.Bestand,
        _ agencies: Set<String>, _ folder: String, _ whole: inout FindingCollector
    ) {
        let target = reference.ziel
        if let agency = target.identitaet.schemeAgencyID, !agencies.contains(agency) { return }
        if stock.eintraege[target] != nil || stock.weitereIdentitaeten.contains(target) { return }
        let isDelta = options.lieferart == .delta
        if isDelta {
            guard let old = options.bestand else { return }
            let isThere = old.eintraege[target] != nil || old.weitereIdentitaeten.contains(target)
            if isThere, stock.loeschungen[target] == nil { return }
        }
        whole.add(
            "xzufi.dangling-reference", .error, Location(file: folder + "/" + entry.datei, entry.position),
            Message(
                de:
                    "\(entry.schluessel.description) verweist mit \(reference.element) auf \(target.identitaet.description); das gibt es im Bestand nicht.",
                en:
                    "\(entry.schluessel.description) refers by \(reference.element) to \(target.identitaet.description), which is not in the stock."
            ),
            hint: Message(
                de: "Das Objekt mitliefern oder den Verweis berichtigen.",
                en: "Deliver the object as well, or correct the reference."))
    }

    /// An object is not above itself, over however many steps.
    private func checkCircles(_ stock: XZuFi.Bestand, _ folder: String, _ whole: inout FindingCollector) {
        let upward: Set = [
            "uebergeordneteOrganisationseinheitID", "uebergeordneteKategorieID", "uebergeordnetesGebietID",
        ]
        var parents: [XZuFi.Objektschluessel: [XZuFi.Objektschluessel]] = [:]
        for entry in stock.eintraege.values {
            let above = entry.verweise.filter { upward.contains($0.element) }.map(\.ziel)
            if !above.isEmpty { parents[entry.schluessel] = above.sorted() }
        }
        var done: Set<XZuFi.Objektschluessel> = []
        for start in parents.keys.sorted() where !done.contains(start) {
            // Depth first with a stack of its own: a chain may be as long as the stock.
            var path: [(key: XZuFi.Objektschluessel, next: Int)] = [(start, 0)]
            var open: Set = [start]
            while let (key, next) = path.last {
                let above = parents[key] ?? []
                guard next < above.count else {
                    done.insert(key)
                    open.remove(key)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let target = above[next]
                if open.contains(target) {
                    let entry = stock.eintraege[key]
                    let names = path.drop { $0.key != target }.map(\.key.identitaet.value)
                    whole.add(
                        "xzufi.circle", .error,
                        Location(file: folder + "/" + (entry?.datei ?? ""), entry?.position),
                        Message(
                            de:
                                "\(target.description) steht über sich selbst: \((names + [target.identitaet.value]).joined(separator: " → ")).",
                            en:
                                "\(target.description) stands above itself: \((names + [target.identitaet.value]).joined(separator: " → "))."
                        ),
                        hint: Message(
                            de: "Einen der Verweise nach oben entfernen.", en: "Take one of the upward references away."
                        ))
                } else if !done.contains(target) {
                    path.append((target, 0))
                    open.insert(target)
                }
            }
        }
    }

    /// In a full stock each service has somebody who is responsible.
    private func checkResponsibilities(_ stock: XZuFi.Bestand, _ folder: String, _ whole: inout FindingCollector) {
        guard options.lieferart == .vollbestand else { return }
        var served: Set<XZuFi.Objektschluessel> = []
        for entry in stock.eintraege.values
        where [.organisationseinheit, .zustaendigkeit].contains(entry.schluessel.art) {
            served.formUnion(entry.verweise.lazy.filter { $0.element == "leistungID" }.map(\.ziel))
        }
        for entry in stock.eintraege.values.sorted(by: { $0.schluessel < $1.schluessel })
        where entry.schluessel.art == .leistung && !served.contains(entry.schluessel) {
            whole.add(
                "xzufi.nobody-responsible", .warning, Location(file: folder + "/" + entry.datei, entry.position),
                Message(
                    de: "Für \(entry.schluessel.description) ist keine Organisationseinheit des Bestands zuständig.",
                    en: "No organisation unit of the stock is responsible for \(entry.schluessel.description)."))
        }
    }
}
