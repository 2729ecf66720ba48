import Findings
import XMLCore
import XOEV

extension XZuFi {
    /// Checks what can be checked without the official schemas: identities, language codes, HTML, order, text modules.
    public struct Pruefung: Sendable {
        /// What to check.
        public struct Options: Sendable, Hashable {
            /// At most this many findings are collected.
            public var maxFindings = 10_000

            /// The defaults.
            public init() {}
        }

        private let file: String?
        private let options: Options
        private var findings: [Finding] = []

        private init(file: String?, options: Options) {
            self.file = file
            self.options = options
        }

        /// The findings on a document, in its order.
        public static func check(_ document: Document, options: Options = Options()) -> [Finding] {
            var check = Pruefung(file: document.name, options: options)
            check.checkDocument(document)
            return check.findings
        }

        /// The findings on one object, such as a record of a transfer message.
        public static func check(_ objekt: Objekt, file: String? = nil, options: Options = Options()) -> [Finding] {
            var check = Pruefung(file: file, options: options)
            check.checkObject(objekt, path: "/" + objekt.element.name.local)
            return check.findings
        }

        private mutating func add(
            _ id: FindingID, _ severity: Severity, _ element: XMLTree.Element, path: String, _ message: Message,
            hint: Message? = nil
        ) {
            guard findings.count < options.maxFindings else { return }
            findings.append(
                Finding(id, severity, at: Location(file: file, element.position, path: path), message, hint: hint))
        }

        private mutating func checkDocument(_ document: Document) {
            let root = document.tree.root
            if document.xzufiVersion == nil, document.nachrichtenkopf != nil {
                add(
                    "xzufi.version-attribute-missing", .warning, root, path: "/" + root.name.local,
                    Message(
                        de: "Die Nachricht sagt ihre xzufiVersion nicht.",
                        en: "The message does not say its xzufiVersion."),
                    hint: Message(
                        de: "xzufiVersion=\"\(document.version.rawValue)\" ergänzen.",
                        en: "Add xzufiVersion=\"\(document.version.rawValue)\"."))
            }
            var seen: [Identitaet: XMLPosition?] = [:]
            for (index, object) in document.objekte.enumerated() {
                let path =
                    document.wurzel == .objekt(object.art)
                    ? "/\(root.name.local)" : "/\(root.name.local)//\(object.element.name.local)[\(index + 1)]"
                checkObject(object, path: path)
                guard let identity = object.id?.identity else { continue }
                if let first = seen[identity] {
                    add(
                        "xzufi.duplicate-id", .error, object.element, path: path,
                        Message(
                            de:
                                "Die Kennung \(identity.description) kommt zweimal vor, zuerst in Zeile \(first?.line ?? 0).",
                            en: "The id \(identity.description) occurs twice, first in line \(first?.line ?? 0)."),
                        hint: Message(
                            de: "Ein Objekt hat im Bestand eines Herausgebers genau eine Kennung.",
                            en: "An object has exactly one id in a publisher's stock."))
                } else {
                    seen[identity] = object.element.position
                }
            }
        }

        private mutating func checkObject(_ object: Objekt, path: String) {
            if let id = object.id, !id.value.isEmpty {
                if id.schemeAgencyID == nil {
                    add(
                        "xzufi.id-without-agency", .warning, object.child("id") ?? object.element, path: path + "/id",
                        Message(
                            de:
                                "Die Kennung \(id.value) nennt keine schemeAgencyID; sie ist nur beim Herausgeber eindeutig.",
                            en: "The id \(id.value) names no schemeAgencyID; it is unique with its publisher only."),
                        hint: Message(de: "schemeAgencyID ergänzen.", en: "Add schemeAgencyID."))
                }
            } else {
                add(
                    "xzufi.missing-id", .error, object.element, path: path,
                    Message(
                        de: "\(object.element.name.local) hat keine id.", en: "\(object.element.name.local) has no id.")
                )
            }
            checkOrder(object.element, path: path)
            if let service = object.leistung { checkService(service, path: path) }
            checkBelow(object.element, path: path)
        }

        private mutating func checkService(_ service: Leistung, path: String) {
            let names = service.modulText.filter { $0.art == .leistungsbezeichnung }.count
            if names != 1 {
                add(
                    "xzufi.text-module-02", .warning, service.element, path: path,
                    Message(
                        de: "Die Leistung hat \(names) Textmodule 02 (Leistungsbezeichnung), erwartet wird eines.",
                        en: "The service has \(names) text modules 02 (name); one is expected."))
            }
            for key in service.leistungsschluessel where key.count != 14 || !key.allSatisfy(\.isASCIIDigit) {
                add(
                    "xzufi.leistungsschluessel-form", .warning, service.child("referenzLeiKa") ?? service.element,
                    path: path + "/referenzLeiKa",
                    Message(
                        de: "Der Leistungsschlüssel \(key) hat nicht 14 Ziffern.",
                        en: "The Leistungsschlüssel \(key) does not have 14 digits."))
            }
            for module in service.modulText where module.art == nil {
                add(
                    "xzufi.unknown-text-module", .warning, module.element, path: path + "/modulText",
                    Message(
                        de:
                            "Textmodul \(module.leikaTextmodul?.code ?? "(ohne Code)") steht nicht in der Liste leistungstextmodulleika.",
                        en:
                            "Text module \(module.leikaTextmodul?.code ?? "(no code)") is not in list leistungstextmodulleika."
                    ))
            }
        }

        private mutating func checkOrder(_ element: XMLTree.Element, path: String) {
            let order = ElementOrder.xzufi(element.name)
            var highest = -1
            for child in element.elements where child.name.namespace == element.name.namespace {
                guard let rank = order.rank(child.name.local) else {
                    add(
                        "xzufi.unknown-element", .hint, child, path: path + "/" + child.name.local,
                        Message(
                            de:
                                "\(child.name.local) ist dieser Fassung des Modells nicht bekannt und bleibt unverändert.",
                            en: "\(child.name.local) is not known to this model and stays as it is."))
                    continue
                }
                if rank < highest {
                    add(
                        "xzufi.element-order", .warning, child, path: path + "/" + child.name.local,
                        Message(
                            de: "\(child.name.local) steht hinter \(order.names[highest]), gehört aber davor.",
                            en: "\(child.name.local) stands behind \(order.names[highest]) but belongs before it."))
                }
                highest = max(highest, rank)
            }
        }

        /// Language codes and HTML, at any depth.
        private mutating func checkBelow(_ element: XMLTree.Element, path: String) {
            if let language = element["languageCode"],
                !(language.count == 2 && language.allSatisfy { $0.isASCII && $0.isLowercase })
            {
                add(
                    "xzufi.language-code", .warning, element, path: path,
                    Message(
                        de: "languageCode \(language) hat nicht zwei Kleinbuchstaben; PVOG nimmt nur solche (de, en).",
                        en: "languageCode \(language) is not two lower-case letters; PVOG takes only such (de, en)."))
            }
            var hasElements = false
            for child in element.elements {
                hasElements = true
                if let namespace = child.name.namespace, namespace != element.name.namespace,
                    let other = Version(namespace: namespace), let own = Version(namespace: element.name.namespace)
                {
                    add(
                        "xzufi.mixed-versions", .error, child, path: path + "/" + child.name.local,
                        Message(
                            de:
                                "\(child.name.local) ist aus \(other.rawValue), steht aber in einem Element aus \(own.rawValue).",
                            en:
                                "\(child.name.local) is of \(other.rawValue) but stands in an element of \(own.rawValue)."
                        ),
                        hint: Message(
                            de: "Eine Datei hat eine Version von XZuFi.", en: "A file has one version of XZuFi."))
                }
                checkBelow(child, path: path + "/" + child.name.local)
            }
            guard !hasElements, element["languageCode"] != nil else { return }
            let text = element.text
            guard text.contains("<") else { return }
            let forbidden = HTMLText(text).forbiddenParts
            guard !forbidden.isEmpty else { return }
            let isActive = forbidden.contains { $0 == "script" || $0 == "iframe" || $0.contains("[") }
            add(
                isActive ? "xzufi.html-active" : "xzufi.html-not-allowed", isActive ? .error : .warning, element,
                path: path,
                Message(
                    de: "Der Text enthält HTML, das PVOG nicht erlaubt: \(forbidden.joined(separator: ", ")).",
                    en: "The text holds HTML that PVOG does not allow: \(forbidden.joined(separator: ", "))."),
                hint: Message(
                    de: "Erlaubt sind p, br, h1–h6, b, strong, i, em, sup, sub, ul, ol, li und a mit href.",
                    en: "Allowed are p, br, h1–h6, b, strong, i, em, sup, sub, ul, ol, li and a with href."))
        }
    }
}

extension Character {
    /// Whether it is one of `0` to `9`.
    var isASCIIDigit: Bool { self >= "0" && self <= "9" && isASCII }
}
