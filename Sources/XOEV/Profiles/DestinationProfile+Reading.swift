import Findings
import SchemaModel
import SchemaValidation
import XMLCore

extension DestinationProfile {
    /// The namespace of profiles.
    static let namespace = "urn:swift-xoev:profil:1.0"

    /// The ids of the profiles that are built in, sorted.
    public static var builtinNames: [String] { EmbeddedProfiles.profiles.map(\.name).sorted() }

    /// A profile that is built in.
    ///
    /// - Throws: `ProfileError` with the id `profil.not-found` when there is none of that name.
    public static func builtin(_ name: String) throws(ProfileError) -> DestinationProfile {
        guard let profile = EmbeddedProfiles.profiles.first(where: { $0.name == name }) else {
            let known = builtinNames.joined(separator: ", ")
            throw ProfileError(
                Finding(
                    "profil.not-found", .error,
                    Message(
                        de: "Ein Profil „\(name)“ gibt es nicht, auch keine Datei dieses Namens.",
                        en: "There is no profile “\(name)”, nor a file of that name."),
                    hint: Message(
                        de: "Mitgeliefert sind: \(known). Sonst nennen Sie eine Profildatei.",
                        en: "Built in are: \(known). Else name a file with a profile.")))
        }
        return try DestinationProfile(.bytes(Array(profile.text.utf8), name: name))
    }

    /// Reads a profile, checked against its schema first.
    ///
    /// - Throws: `ProfileError` with what the schema says against it, or what keeps it from being read.
    public init(_ source: XMLSource, limits: XMLLimits = .standard) throws(ProfileError) {
        let repeatable: XMLSource
        let tree: XMLTree
        do throws(XMLError) {
            repeatable = try source.repeatable(limits: limits)
            tree = try XMLTree(repeatable, limits: limits)
        } catch {
            throw ProfileError(error.finding)
        }
        let schemas: SchemaSet
        do throws(SchemaError) {
            schemas = try SchemaLoader().load([.bytes(Array(EmbeddedProfiles.schema.utf8), name: "profil.xsd")])
        } catch {
            throw ProfileError(error.findings)
        }
        let result = DocumentValidator(schemas).validate(repeatable)
        guard result.verdict == .valid else {
            let finding = Finding(
                "profil.invalid", at: Location(file: source.name),
                Message(
                    de: "Das Profil entspricht nicht dem Schema profil.xsd 1.0.",
                    en: "The profile does not conform to the schema profil.xsd 1.0."),
                hint: Message(
                    de: "Der Aufbau steht in Documentation/Formate/Zielprofil.md.",
                    en: "Documentation/Formate/Zielprofil.md describes the form."))
            throw ProfileError([finding] + result.findings)
        }
        self.init(tree.root)
    }

    /// A profile from its tree, which is valid by the schema.
    private init(_ root: XMLTree.Element) {
        func elements(_ local: String, of element: XMLTree.Element?) -> [XMLTree.Element] {
            element?.elements.filter { $0.name.local == local } ?? []
        }
        kennung = root["kennung"] ?? ""
        version = Self.token(root.first(local: "version")?.text)
        name = Self.message(elements("bezeichnung", of: root))
        standards = elements("standard", of: root.first(local: "gilt")).map {
            Standard(kennung: $0["kennung"] ?? "", version: $0["version"], namespace: $0["namensraum"])
        }
        rules = root.first(local: "regeln")?.elements.map(Self.rule) ?? []
        unknown = elements("punkt", of: root.first(local: "unbekanntes")).map {
            Self.message(elements("beschreibung", of: $0))
        }
    }

    private static func rule(_ element: XMLTree.Element) -> Rule {
        let severity: Severity =
            switch element["schwere"] {
            case "hinweis": .hint
            case "warnung": .warning
            default: .error
            }
        return Rule(
            id: element["id"] ?? "", severity: severity,
            text: message(element.elements.filter { $0.name.local == "beschreibung" }), kind: kind(element))
    }

    private static func kind(_ element: XMLTree.Element) -> Rule.Kind {
        func words(_ text: String?) -> [String] { text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? [] }
        func all(_ local: String) -> [XMLTree.Element] { element.elements.filter { $0.name.local == local } }
        let subject = element["gegenstand"] ?? ""
        switch element.name.local {
        case "html":
            let allowed = all("auszeichnung").map { ($0["name"] ?? "", Set(words($0["attribute"]))) }
            return .html(
                allowed: Dictionary(allowed) { $0.union($1) }, elements: element["elemente"].map { Set(words($0)) })
        case "sprachen":
            return .languages(
                attribute: element["attribut"] ?? "", pattern: element["muster"],
                supported: all("sprache").compactMap { $0["code"] })
        case "zeichensatz": return .characters(name: element["name"] ?? "", version: element["version"])
        case "index": return .index(file: element["datei"] ?? "")
        case "schemagueltig": return .schemaValid
        case "medientypen": return .mediaTypes(subject: subject, types: all("medientyp").map { token($0.text) })
        case "groesse":
            return .size(subject: subject, maximum: element["hoechstens"].flatMap { Int(token($0)) } ?? .max)
        case "anzahl":
            return .count(
                subject: subject, minimum: element["mindestens"].flatMap { Int(token($0)) } ?? 0,
                maximum: element["hoechstens"].flatMap { Int(token($0)) })
        case "form": return .form(subject: subject, pattern: element["muster"] ?? "")
        case "werte": return .values(subject: subject, values: all("wert").map { token($0.text) })
        case "pruefsumme":
            return .digest(subject: subject, method: token(element["verfahren"]), pattern: element["muster"])
        default: return .unknown(element.name.local)
        }
    }

    /// The texts by language; where one is missing the first stands in.
    private static func message(_ elements: [XMLTree.Element]) -> Message {
        func text(_ language: String) -> String {
            token((elements.first { $0["sprache"]?.hasPrefix(language) == true } ?? elements.first)?.text)
        }
        return Message(de: MessageText(text("de")), en: MessageText(text("en")))
    }

    private static func token(_ text: String?) -> String {
        text?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    }
}
