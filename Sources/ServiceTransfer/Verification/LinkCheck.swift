import Findings

/// Checks that every link leads from something to something, and that both say the same (DP-40 to DP-43, DP-54).
struct LinkCheck {
    let package: LoadedPackage
    let parts: [String: PartFacts]

    private var manifest: Dienstpaket { package.manifest }

    func run() -> LayerCheck {
        var check = LayerCheck()
        for link in manifest.verknuepfungen {
            let problems = [link.von, link.nach].compactMap { unresolved($0, in: link) }
            check.findings += problems
            guard problems.isEmpty else { continue }
            if let finding = wrongRole(link) { check.findings.append(finding) }
            if let finding = contradiction(link) { check.findings.append(finding) }
        }
        check.findings += fieldLists() + describedServices() + parameterCodes()
        return check
    }

    private func finding(
        _ id: FindingID, _ severity: Severity = .error, de: MessageText, en: MessageText, hint: Message
    ) -> Finding {
        Finding(
            id, severity, at: Location(file: package.contents.displayName(Dienstpaket.fileName)),
            Message(de: de, en: en), hint: hint)
    }

    private func holdsList(_ uri: String) -> Bool {
        parts.values.contains { $0.codeList == uri }
            || manifest.codelisten.contains { $0.canonicalVersionURI == uri }
    }

    private func unresolved(_ reference: Verweis, in link: Verknuepfung) -> Finding? {
        switch reference {
        case .bestandteil(let id, let piece):
            guard let part = manifest.bestandteil(id) else {
                return unresolved(
                    "\(reference)", link, de: "Den Bestandteil gibt es nicht", en: "there is no such part")
            }
            guard let piece, let ids = parts[part.id]?.ids, !ids.contains(piece) else { return nil }
            return unresolved(
                "\(reference)", link, de: "„\(id)“ enthält nichts dieser Kennung",
                en: "“\(id)” has nothing of this identifier")
        case .leistung(let key):
            guard !manifest.leistungen.contains(where: { $0.schluessel == key }) else { return nil }
            return unresolved(
                "\(reference)", link, de: "Die Leistung steht nicht unter leistungen",
                en: "the service is not under leistungen")
        case .codeliste(let uri):
            guard !holdsList(uri) else { return nil }
            return unresolved(
                "\(reference)", link, de: "Die Codeliste ist weder Bestandteil noch Abhängigkeit",
                en: "the code list is neither a part nor a dependency")
        }
    }

    private func unresolved(_ reference: String, _ link: Verknuepfung, de: String, en: String) -> Finding {
        finding(
            "package.link-unresolved",
            de: "Die Verknüpfung \(link.art) führt mit „\(reference)“ ins Leere: \(de).",
            en: "The link \(link.art) leads nowhere with “\(reference)”: \(en).",
            hint: Message(
                de: "Berichtigen Sie den Verweis oder nehmen Sie auf, worauf er zeigt.",
                en: "Correct the reference or add what it points to."))
    }

    /// Which roles the known kinds of links connect (DP section 5). Nil stands for a service or a code list.
    private static let roles: [String: (von: Set<Rolle>, nach: Set<Rolle>)] = [
        "beschreibung-leistung": ([.leistungsbeschreibung], []),
        "formular-leistung": ([.datenschema, .formular], []),
        "feld-codeliste": ([.datenschema], []),
        "nachricht-schema": ([.nachricht], [.schema]),
        "nachricht-leistung": ([.nachricht], []),
        "prozess-formular": ([.prozess], [.datenschema, .formular]),
        "prozess-leistung": ([.prozess], []),
        "prozess-nachricht": ([.prozess], [.nachricht]),
        "onlinedienst-leistung": ([.onlinedienst], []),
        "onlinedienst-formular": ([.onlinedienst], [.datenschema, .formular]),
        "abbildung-formular": ([.abbildung], [.datenschema, .formular]),
        "abbildung-nachricht": ([.abbildung], [.nachricht]),
    ]

    private func wrongRole(_ link: Verknuepfung) -> Finding? {
        guard let expected = Self.roles[link.art] else { return nil }
        let fits = isOne(link.von, of: expected.von)
        let leads: Bool =
            switch link.nach {
            case .bestandteil: isOne(link.nach, of: expected.nach)
            case .leistung: link.art.hasSuffix("-leistung")
            case .codeliste: link.art.hasSuffix("-codeliste")
            }
        guard !fits || !leads else { return nil }
        return finding(
            "package.link-role",
            de: "Die Verknüpfung \(link.art) verbindet nicht „\(link.von)“ mit „\(link.nach)“ (DP-43).",
            en: "The link \(link.art) does not connect “\(link.von)” with “\(link.nach)” (DP-43).",
            hint: Message(
                de: "Wählen Sie die Art, die zu beiden Rollen passt.", en: "Choose the kind that fits both roles."))
    }

    private func isOne(_ reference: Verweis, of roles: Set<Rolle>) -> Bool {
        guard case .bestandteil(let id, _) = reference, let part = manifest.bestandteil(id) else { return false }
        return roles.contains(part.rolle)
    }

    /// A link says a field takes its codes from one list, the form itself names another.
    private func contradiction(_ link: Verknuepfung) -> Finding? {
        guard link.art == "feld-codeliste", case .bestandteil(let id, let field?) = link.von,
            case .codeliste(let uri) = link.nach, let named = parts[id]?.fieldLists[field], named != uri
        else { return nil }
        return finding(
            "package.link-contradiction",
            de: "Nach der Verknüpfung nimmt \(link.von) seine Werte aus \(uri), nach dem Formular aus \(named).",
            en: "By the link \(link.von) takes its values from \(uri), by the form from \(named).",
            hint: Message(de: "Berichtigen Sie eines der beiden.", en: "Correct one of the two."))
    }

    /// The lists that forms name must be at hand, linked or not (DP-41).
    private func fieldLists() -> [Finding] {
        manifest.bestandteile.flatMap { part in
            (parts[part.id]?.fieldLists ?? [:]).sorted { $0.key < $1.key }.compactMap { field, uri in
                guard !holdsList(uri) else { return nil }
                return finding(
                    "package.codelist-unresolved",
                    de:
                        "Das Feld \(part.id)#\(field) braucht die Codeliste \(uri), die das Paket weder enthält noch verlangt.",
                    en:
                        "The field \(part.id)#\(field) needs the code list \(uri), which the package neither holds nor requires.",
                    hint: Message(
                        de: "Nehmen Sie die Liste auf oder nennen Sie sie unter abhaengigkeiten.",
                        en: "Add the list or name it under abhaengigkeiten."))
            }
        }
    }

    /// A description must describe one of the services that the package provides.
    private func describedServices() -> [Finding] {
        manifest.bestandteile.compactMap { part in
            guard let keys = parts[part.id]?.keys, !keys.isEmpty,
                !keys.contains(where: { key in manifest.leistungen.contains { $0.schluessel == key } })
            else { return nil }
            return finding(
                "package.service-mismatch",
                de: "„\(part.id)“ beschreibt \(keys.joined(separator: ", ")); das Paket nennt diese Leistung nicht.",
                en: "“\(part.id)” describes \(keys.joined(separator: ", ")); the package does not name this service.",
                hint: Message(
                    de: "Ergänzen Sie die Leistung unter leistungen oder berichtigen Sie die Beschreibung.",
                    en: "Add the service under leistungen or correct the description."))
        }
    }

    private func parameterCodes() -> [Finding] {
        manifest.parameter.compactMap { parameter in
            guard parameter.typ == .code, let value = parameter.vorgabe, let uri = parameter.codeliste else {
                return nil
            }
            let list = parts.values.first { facts in
                facts.codeList == uri || (facts.codeList?.hasPrefix(uri + "_") ?? false)
            }
            guard let codes = list?.codes, !codes.contains(value) else { return nil }
            return finding(
                "package.default-not-in-list",
                de: "Die Vorgabe „\(value)“ des Parameters „\(parameter.name)“ steht nicht in \(uri) (DP-54).",
                en: "The default “\(value)” of the parameter “\(parameter.name)” is not in \(uri) (DP-54).",
                hint: Message(de: "Wählen Sie einen Code der Liste.", en: "Choose a code of the list."))
        }
    }
}
