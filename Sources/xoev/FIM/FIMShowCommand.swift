import ArgumentParser
import FIM
import Findings

/// `xoev fim show`: a form as a tree, a service by its parts.
struct FIMShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a form as a tree, or the services, units and online services of a file.",
        discussion: """
            EXAMPLES
              xoev fim show form.xml
              xoev fim show service.xml --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The file, or - for standard input.", completion: .file())
    var file: String

    func run(in session: Session) async throws -> Findings.ExitCode {
        switch try FIMFile(named: file) {
        case .xdf(let reading):
            for finding in reading.findings { session.detail(finding.message) }
            let form = try FIMFile.xdf(reading).form()
            if global.format == .json {
                session.write(FIMTree.json(form, version: reading.version).text)
            } else {
                session.write(FIMTree.text(form, version: reading.version))
            }
        case .xzufi(let document):
            if global.format == .json {
                session.write(FIMServices.json(document).text)
            } else {
                session.write(FIMServices(session.language).text(document))
            }
        }
        return .fine
    }
}

/// A form as a tree.
enum FIMTree {
    static func text(_ message: XDF3.Nachricht, version: XDFVersion) -> String {
        let top = message.angaben
        var result = SafeText.line("\(top.identifikation.description)  \(top.name)") + "\n"
        result += "  XDatenfelder \(version.rawValue) · \(message.art.rawValue)\n"
        result += lines(message.struktur, indent: "")
        for rule in message.alleRegeln {
            let text = rule.freitextRegel.map { ": \($0)" } ?? ""
            result += SafeText.line("\(rule.identifikation.description)  \(rule.name)\(text)") + "\n"
        }
        return result
    }

    private static func lines(_ places: [XDF3.Struktur], indent: String) -> String {
        var result = ""
        for (index, place) in places.enumerated() {
            let isLast = index == places.count - 1
            let head = "\(place.anzahl ?? "-")  \(place.angaben.identifikation.description)  \(place.angaben.name)"
            result += indent + (isLast ? "└ " : "├ ") + SafeText.line(head + details(place)) + "\n"
            if case .datenfeldgruppe(let group) = place.element {
                result += lines(group.struktur, indent: indent + (isLast ? "  " : "│ "))
            }
        }
        return result
    }

    private static func details(_ place: XDF3.Struktur) -> String {
        switch place.element {
        case .datenfeldgruppe(let group): return group.istAuswahlgruppe ? "  (X)" : ""
        case .datenfeld(let field):
            var parts = ["\(field.feldart?.code ?? "-")/\(field.datentyp?.code ?? "-")"]
            let bounds = field.praezisierung
            if bounds.minLength != nil || bounds.maxLength != nil {
                parts.append("\(bounds.minLength ?? "")–\(bounds.maxLength ?? "")")
            }
            if bounds.minValue != nil || bounds.maxValue != nil {
                parts.append("\(bounds.minValue ?? "")…\(bounds.maxValue ?? "")")
            }
            if let pattern = bounds.pattern { parts.append("/\(pattern)/") }
            if let values = field.werte { parts.append("[\(values.map(\.code).prefix(8).joined(separator: ", "))]") }
            if let list = field.codelisteReferenz {
                parts.append(list.canonicalVersionUri ?? list.canonicalIdentification)
            }
            return "  (\(parts.joined(separator: " ")))"
        }
    }

    static func json(_ message: XDF3.Nachricht, version: XDFVersion) -> JSONValue {
        .object([
            ("schemaVersion", .string("1.0")), ("standard", .string("XDatenfelder")),
            ("version", .string(version.rawValue)), ("message", .string(message.art.rawValue)),
            ("id", .string(message.angaben.identifikation.id)),
            ("idVersion", text(message.angaben.identifikation.version)),
            ("name", .string(message.angaben.name)), ("structure", .array(message.struktur.map(place))),
            (
                "rules",
                .array(
                    message.alleRegeln.map { rule in
                        .object([
                            ("id", .string(rule.identifikation.description)), ("name", .string(rule.name)),
                            ("text", text(rule.freitextRegel)), ("script", text(rule.skript)),
                        ])
                    })
            ),
        ])
    }

    private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

    private static func place(_ place: XDF3.Struktur) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("number", text(place.anzahl)), ("id", .string(place.angaben.identifikation.id)),
            ("idVersion", text(place.angaben.identifikation.version)), ("name", .string(place.angaben.name)),
            ("label", .string(place.elementangaben.bezeichnungEingabe)),
        ]
        switch place.element {
        case .datenfeldgruppe(let group):
            members.append(("choice", .bool(group.istAuswahlgruppe)))
            members.append(("structure", .array(group.struktur.map(self.place))))
        case .datenfeld(let field):
            members.append(("kind", text(field.feldart?.code)))
            members.append(("type", text(field.datentyp?.code)))
            if let values = field.werte {
                members.append(
                    (
                        "values",
                        .array(values.map { .object([("code", .string($0.code)), ("name", .string($0.name))]) })
                    ))
            }
            if let list = field.codelisteReferenz {
                members.append(
                    (
                        "codelist",
                        .object([("uri", .string(list.canonicalIdentification)), ("version", text(list.version))])
                    ))
            }
        }
        return .object(members)
    }
}

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
                for module in service.modulText {
                    guard let content = module.inhalt.html(language.rawValue) else { continue }
                    let heading = module.art?.bezeichnung ?? module.leikaTextmodul?.code ?? "–"
                    lines.add(Message(de: "Text", en: "text"), "\(heading): \(content.plainText)")
                }
            }
            if let unit = object.organisationseinheit {
                for address in unit.anschrift {
                    let street = [address.strasse, address.hausnummer].compactMap { $0 }.joined(separator: " ")
                    let town = [address.postleitzahl, address.ort].compactMap { $0 }.joined(separator: " ")
                    lines.add(
                        Message(de: "Anschrift", en: "address"),
                        [street, town].filter { !$0.isEmpty }.joined(separator: ", "))
                }
                for duty in unit.zustaendigkeit {
                    let areas = duty.gebietID.map(\.value).joined(separator: ", ")
                    lines.add(
                        Message(de: "zuständig für", en: "responsible for"),
                        "\(duty.leistungID?.identity.description ?? "–") (\(areas))")
                }
            }
            if let service = object.onlinedienst {
                for link in service.link { lines.add(Message(de: "Adresse", en: "address"), link.link) }
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
                            members.append(
                                (
                                    "texts",
                                    .array(
                                        service.modulText.flatMap { module in
                                            module.inhalt.map { content in
                                                .object([
                                                    ("module", text(module.leikaTextmodul?.code)),
                                                    ("language", .string(content.languageCode)),
                                                    ("html", .string(content.sanitized)),
                                                ])
                                            }
                                        })
                                ))
                        }
                        return .object(members)
                    })
            ),
        ])
    }
}
