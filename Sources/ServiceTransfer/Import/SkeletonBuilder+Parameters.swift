import FIM
import Findings
import XMLCore

/// What belongs to the town that a service comes from becomes a parameter: links and the parameters of online services.
extension SkeletonBuilder {
    /// A parameter that took the place of a value.
    struct Replaced {
        var declaration: ParameterDeklaration
        /// The address that stood there, where it was one that everybody may see.
        var address: String?
        /// Whether the value was a secret by its name and was taken out.
        var wasSecret = false
    }

    /// Puts placeholders in the place of the links and parameter values of an online service.
    mutating func parametrize(_ item: inout ImportedObjects.Item) -> [Replaced] {
        var replaced: [Replaced] = []
        var taken = Set(parameters.map(\.name))
        item.objekt.element.removeElements { child in
            switch child.name.local {
            case "link":
                if let parameter = Self.linkParameter(&child, taken) {
                    taken.insert(parameter.declaration.name)
                    replaced.append(parameter)
                }
                return false
            case "parameter":
                guard let parameter = Self.valueParameter(&child, taken) else { return false }
                taken.insert(parameter.declaration.name)
                replaced.append(parameter)
                return parameter.wasSecret
            default: return false
            }
        }
        parameters += replaced.map(\.declaration)
        return replaced
    }

    private static func linkParameter(_ link: inout XMLTree.Element, _ taken: Set<String>) -> Replaced? {
        guard let address = XZuFi.OnlinedienstLink(link).link, ParameterTyp.isWebAddress(address),
            !address.contains("{{")
        else { return nil }
        let name = free("onlinedienstUrl") { taken.contains($0) }
        link.updateElements { child in
            if child.name.local == "link" { child.setText("{{\(name)}}") }
        }
        let declaration = ParameterDeklaration(
            name: name, typ: .url, ebene: .dienst, pflicht: true,
            bezeichnung: .init([
                .init("de", "Adresse des Onlinedienstes"), .init("en", "Address of the online service"),
            ]),
            beschreibung: .init([
                .init("de", "Wohin der Link des Onlinedienstes in dieser Kommune führt."),
                .init("en", "Where the link of the online service leads in this municipality."),
            ]))
        return Replaced(declaration: declaration, address: address)
    }

    private static func valueParameter(_ element: inout XMLTree.Element, _ taken: Set<String>) -> Replaced? {
        let view = XZuFi.OnlinedienstParameter(element)
        // Values that name a form stay: the form is part of the package.
        guard let title = view.parameterName, let value = view.parameterWert, !value.contains("{{"),
            formID(value) == nil
        else { return nil }
        let isSecret = ["passwor", "secret", "token", "apikey", "api-key", "geheim", "schluesselpasswort"]
            .contains { title.lowercased().contains($0) }
        let name = free(parameterName(title)) { taken.contains($0) }
        if !isSecret {
            element.updateElements { child in
                if child.name.local == "parameterWert" { child.setText("{{\(name)}}") }
            }
        }
        let declaration = ParameterDeklaration(
            name: name, typ: isSecret ? .secret : type(of: value), ebene: .dienst, pflicht: true, geheim: isSecret,
            bezeichnung: .init([.init("de", token(title)), .init("en", token(title))]))
        return Replaced(declaration: declaration, wasSecret: isSecret)
    }

    /// The id of a form that a text is, such as `S05999000100V1.0.0`.
    static func formID(_ text: String) -> String? {
        let id = text.prefix { $0 != "V" }
        guard id.first == "S", [9, 12].contains(id.count), id.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        return String(id)
    }

    /// The name of a parameter as a manifest takes it.
    private static func parameterName(_ text: String) -> String {
        let name = fileName(text)
        let first = name.first.map { $0.isASCII && $0.isLetter } ?? false
        return first ? name : "parameter-" + name
    }

    private static func type(of value: String) -> ParameterTyp {
        let candidates: [ParameterTyp] = [.boolean, .ars, .integer, .date, .amount, .url, .email]
        return candidates.first { $0.expectation(for: value) == nil } ?? .text
    }

    mutating func noteParameters(_ replaced: [Replaced], part: String) {
        for item in replaced {
            let name = item.declaration.name
            if item.wasSecret {
                todo(
                    "todo.secret", .check, part: part,
                    de:
                        "Der Parameter \(name) ist seinem Namen nach ein Geheimnis; er und sein Wert sind nicht übernommen, nur die Erklärung.",
                    en:
                        "By its name the parameter \(name) is a secret; it and its value were not taken over, only the declaration.",
                    hintDE: "Stand der Wert wirklich in einer XZuFi-Datei, tauschen Sie das Geheimnis aus.",
                    hintEN: "If the value really stood in a file of XZuFi, change the secret.")
            } else if let address = item.address {
                todo(
                    "todo.link", .confirm, part: part,
                    de: "Der Link \(address) ist durch den Parameter \(name) ersetzt, den jede Kommune setzt.",
                    en: "The link \(address) is replaced by the parameter \(name), which each municipality sets.",
                    hintDE: "Führt er für alle zu demselben Dienst, tragen Sie ihn als vorgabe ein.",
                    hintEN: "If it leads to the same service for everybody, enter it as vorgabe.")
            } else {
                todo(
                    "todo.parameter", .confirm, part: part,
                    de:
                        "Der Wert des Parameters \(name) ist nicht übernommen; sein Typ \(item.declaration.typ.rawValue) ist aus der Form des Werts geschlossen.",
                    en:
                        "The value of the parameter \(name) was not taken over; its type \(item.declaration.typ.rawValue) was concluded from the form of the value.",
                    hintDE: "Prüfen Sie Typ, Ebene und Pflicht und ergänzen Sie eine Beschreibung.",
                    hintEN: "Check type, level and obligation and add a description.")
            }
        }
    }

    /// Placeholders that stood in the source already and that nothing declares.
    mutating func undeclaredPlaceholders() -> [ParameterDeklaration] {
        var texts = PlaceholderText(values: [:], declarations: parameters)
        for part in parts where part.rolle == .leistungsbeschreibung || part.rolle == .onlinedienst {
            var position = HTMLPosition()
            _ = texts.replaced(
                String(decoding: files[part.pfad] ?? [], as: UTF8.self), .technical, &position)
        }
        var names: [String] = []
        for note in texts.takeNotes() where note.problem == .unknown && !names.contains(note.name) {
            names.append(note.name)
        }
        for name in names {
            todo(
                "todo.placeholder", .check,
                de: "In den Texten steht der Platzhalter \(name); erklärt ist er nach seinem Namen.",
                en: "The texts have the placeholder \(name); it is declared by what its name says.",
                hintDE: "Prüfen Sie Typ, Ebene und Beschreibung.", hintEN: "Check type, level and description.")
        }
        return names.map { name in
            ParameterDeklaration(
                name: name, typ: Self.type(ofName: name), ebene: .kommune, pflicht: true,
                bezeichnung: .init([.init("de", name), .init("en", name)]))
        }
    }

    private static func type(ofName name: String) -> ParameterTyp {
        let lower = name.lowercased()
        if lower.hasSuffix("url") || lower.hasSuffix("link") { return .url }
        return lower.hasSuffix("email") || lower.hasSuffix("mail") ? .email : .text
    }

    /// Names of places and addresses in the texts of a service belong to the town it comes from.
    mutating func notePlaces(in item: ImportedObjects.Item, part: String) {
        let units = objects?.items(.organisationseinheit).compactMap { $0.objekt.organisationseinheit } ?? []
        let places = Set(units.flatMap(\.anschrift).compactMap(\.ort)).sorted()
        let texts = (item.objekt.leistung?.modulText ?? []).flatMap(\.inhalt).map(\.plainText)
        for place in places where place.count > 2 {
            let count = texts.count { $0.contains(place) }
            guard count > 0 else { continue }
            todo(
                "todo.place-name", .check, part: part,
                de: "„\(place)“ steht in \(count) Texten der Leistung.",
                en: "“\(place)” stands in \(count) texts of the service.",
                hintDE:
                    "Ersetzen Sie den Namen durch einen Platzhalter wie {{kommuneName}} und erklären Sie den Parameter.",
                hintEN: "Replace the name by a placeholder such as {{kommuneName}} and declare the parameter.")
        }
        let addresses = texts.count { $0.contains("@") }
        if addresses > 0 {
            todo(
                "todo.address", .check, part: part,
                de: "\(addresses) Texte der Leistung enthalten eine E-Mail-Adresse.",
                en: "\(addresses) texts of the service hold an e-mail address.",
                hintDE: "Ersetzen Sie Adressen des Ursprungs durch einen Parameter vom Typ email.",
                hintEN: "Replace addresses of the origin by a parameter of type email.")
        }
    }
}
