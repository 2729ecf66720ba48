import FIM
import Findings

/// The objects of an XZuFi file.
struct FIMServices {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func text(_ document: XZuFi.Document) -> String {
        var result = "XZuFi \(document.version.rawValue)"
        if case .nachricht(let name) = document.wurzel { result += " · \(name)" }
        result += "\n"
        for object in document.objekte {
            result += SafeText.line("\(object.art.rawValue)  \(object.bezeichnung(language.rawValue) ?? "–")") + "\n"
            var lines = LabelledLines(language)
            lines.add(Message(de: "Kennung", en: "id"), object.id?.identity.description)
            for id in object.idSekundaer { lines.add(Message(de: "weitere", en: "further"), id.identity.description) }
            lines.add(
                Message(de: "Herausgeber", en: "publisher"), object.herausgeber?.bezeichnung.text(language.rawValue))
            let areas = object.gueltigkeitGebietID.map(\.value)
            lines.add(Message(de: "Gebiete", en: "areas"), areas.isEmpty ? nil : areas.joined(separator: ", "))
            if let service = object.leistung {
                let keys = service.leistungsschluessel.joined(separator: ", ")
                lines.add(Message(de: "Schlüssel", en: "key"), keys.isEmpty ? nil : keys)
            }
            let texts = object.leistung?.modulText ?? object.spezialisierung?.modulText ?? []
            for module in texts {
                guard let content = module.inhalt.html(language.rawValue) else { continue }
                let heading = module.art?.bezeichnung ?? module.leikaTextmodul?.code ?? "–"
                lines.add(Message(de: "Text", en: "text"), "\(heading): \(content.plainText)")
            }
            for fact in FIMServiceFacts(object, language: language.rawValue).facts {
                for value in fact.values { lines.add(fact.label, value) }
            }
            result += lines.text
        }
        for deletion in document.loeschungen {
            result +=
                SafeText.line("loesche  \(deletion.art?.rawValue ?? "–")  \(deletion.id.identity.description)") + "\n"
        }
        return result
    }

    static func json(_ document: XZuFi.Document) -> JSONValue {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        func id(_ id: XZuFi.Identifikator) -> JSONValue {
            .object([
                ("schemeAgencyID", text(id.schemeAgencyID)), ("schemeID", text(id.schemeID)),
                ("value", .string(id.value)),
            ])
        }
        let message: String? = if case .nachricht(let name) = document.wurzel { name } else { nil }
        return .object([
            ("schemaVersion", .string("1.0")), ("standard", .string("XZuFi")),
            ("version", .string(document.version.rawValue)), ("message", text(message)),
            (
                "objects",
                .array(
                    document.objekte.map { object in
                        var members: [(String, JSONValue)] = [
                            ("kind", .string(object.art.rawValue)), ("id", object.id.map(id) ?? .null),
                            ("furtherIds", .array(object.idSekundaer.map(id))), ("name", text(object.bezeichnung())),
                            ("areas", .array(object.gueltigkeitGebietID.map { .string($0.value) })),
                        ]
                        if let service = object.leistung {
                            members.append(("keys", .array(service.leistungsschluessel.map { .string($0) })))
                        }
                        if let modules = object.leistung?.modulText ?? object.spezialisierung?.modulText {
                            members.append(("texts", .array(modules.flatMap(texts))))
                        }
                        for fact in FIMServiceFacts(object, language: "de").facts {
                            members.append((fact.key, .array(fact.values.map { .string($0) })))
                        }
                        return .object(members)
                    })
            ),
        ])
    }

    private static func texts(_ module: XZuFi.Textmodul) -> [JSONValue] {
        module.inhalt.map { content in
            .object([
                ("module", module.leikaTextmodul.map { .string($0.code) } ?? .null),
                ("language", .string(content.languageCode)), ("html", .string(content.sanitized)),
            ])
        }
    }
}
