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
                session.write(FIMTree.text(form, version: reading.version, session.language))
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
    static func text(_ message: XDF3.Nachricht, version: XDFVersion, _ language: Language) -> String {
        let top = message.angaben
        var result = SafeText.line("\(top.identifikation.description)  \(top.name)") + "\n"
        result += "  XDatenfelder \(version.rawValue) · \(message.art.rawValue)\n"
        result += lines(message.struktur, indent: "")
        let rules = XDF3Regeln(message)
        for entry in rules.eintraege { result += self.rule(entry, language) }
        return result
    }

    /// A rule: its text and script as they stand, and what of it is evaluated.
    private static func rule(_ entry: XDF3Regeln.Eintrag, _ language: Language) -> String {
        let rule = entry.regel
        let text = rule.freitextRegel.map { ": \($0)" } ?? ""
        var result = SafeText.line("\(rule.identifikation.description)  \(rule.name)\(text)") + "\n"
        if entry.hatSkript, let script = rule.skript {
            let head = Message(de: "Skript (wird nicht ausgeführt):", en: "script (is not run):")
            result += "  " + head.rendered(language) + "\n"
            for line in script.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                result += SafeText.line("    \(line)") + "\n"
            }
        }
        let verdict: Message =
            if let words = entry.inWorten {
                Message(de: "ausgewertet: \(text: words.de)", en: "evaluated: \(text: words.en)")
            } else {
                Message(
                    de: "nicht ausgewertet: \(text: entry.grund?.de ?? "")",
                    en: "not evaluated: \(text: entry.grund?.en ?? "")")
            }
        return result + "  " + SafeText.line(verdict.rendered(language, showingValues: true)) + "\n"
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
                    XDF3Regeln(message).eintraege.map { entry in
                        let rule = entry.regel
                        return .object([
                            ("id", .string(rule.identifikation.description)), ("name", .string(rule.name)),
                            ("holder", .string(entry.traeger.description)),
                            ("text", text(rule.freitextRegel)), ("script", text(rule.skript)),
                            ("evaluated", .bool(entry.form != nil)),
                            ("meaning", text(entry.inWorten?.rendered(.de, showingValues: true))),
                            ("reason", text(entry.grund?.rendered(.de, showingValues: true))),
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
