import Findings
import Foundation
import XMLCore

extension Signatur {
    /// Reads the bytes of `META-INF/signatur.xml`; `name` is what findings call it.
    ///
    /// The bytes must be those that `bytes()` writes for what they say: a file that was touched anywhere, even where it
    /// would not matter, is refused.
    public static func read(_ bytes: [UInt8], name: String) throws(TransferError) -> Signatur {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: name) } catch { throw TransferError(error) }
        var decoder = DocumentDecoder(file: name, namespace: namespace, invalid: "signature.unreadable")
        let isKnown = decoder.checkRoot(
            tree.root, name: "signatur", urnPrefix: "urn:swift-xoev:signatur:", formatVersion: formatVersion,
            unknownVersion: "signature.unknown-format-version")
        let signatur = isKnown ? decode(tree.root, &decoder) : nil
        if let first = decoder.findings.first(where: { $0.severity == .error }) {
            throw TransferError(
                .init(id: first.id), at: first.location, first.message, hint: first.hint, findings: decoder.findings)
        }
        guard let signatur, signatur.bytes() == bytes else {
            throw TransferError(
                .init(id: "signature.not-canonical"), at: Location(file: name),
                Message(
                    de: """
                        Die Datei der Signatur wurde nach dem Signieren verändert oder von einem fremden \
                        Programm geschrieben.
                        """,
                    en: "The signature file was changed after signing or written by another program."),
                hint: Message(
                    de: """
                        Fordern Sie das Paket neu an. Oft hat eine Versionsverwaltung oder ein Editor Zeilenenden oder \
                        Einrückung geändert.
                        """,
                    en: """
                        Request the package anew. Often a version control or an editor has changed line ends or \
                        indentation.
                        """))
        }
        return signatur
    }

    private static func decode(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Signatur? {
        guard let paket = decoder.child(root, "paket") else {
            decoder.missing("paket", in: root)
            return nil
        }
        let version: SemanticVersion
        do throws(TransferError) {
            version = try SemanticVersion(decoder.attribute(paket, "version"))
        } catch {
            decoder.note(error.code.id, at: paket, error.message, hint: error.hint)
            return nil
        }
        var signatur = Signatur(
            kennung: decoder.attribute(paket, "kennung"), version: version, sha256: decoder.attribute(paket, "sha256"))
        let elements = decoder.children(root, "unterschrift")
        guard (1...maxSignatures).contains(elements.count) else {
            decoder.note(
                at: root,
                Message(
                    de: "Die Datei hat \(elements.count) Unterschriften; möglich sind 1 bis \(maxSignatures).",
                    en: "The file has \(elements.count) signatures; possible are 1 to \(maxSignatures)."),
                hint: Message(de: "Signieren Sie das Paket neu.", en: "Sign the package again."))
            return nil
        }
        for element in elements {
            let algorithm = decoder.value(
                element, "algorithmus", of: SignatureAlgorithm.self, unknown: "signature.unknown-algorithm")
            let key = decoder.attribute(element, "schluessel")
            let moment = decoder.attribute(element, "zeitpunkt")
            if !SignatureTime.isValid(moment) { malformed("zeitpunkt", element, &decoder) }
            var certificates: [[UInt8]] = []
            for child in decoder.children(element, "zertifikat") {
                guard let bytes = base64(child.text) else { malformed("zertifikat", child, &decoder); continue }
                certificates.append(bytes)
            }
            if certificates.count > maxCertificates { malformed("zertifikat", element, &decoder) }
            guard let algorithm, let value = base64(decoder.text(element, "wert")) else {
                malformed("wert", element, &decoder)
                continue
            }
            var entstehung = Entstehung()
            if let child = decoder.child(element, "entstehung") {
                entstehung = Entstehung(werkzeug: child["werkzeug"], quelle: child["quelle"], commit: child["commit"])
            }
            signatur.unterschriften.append(
                Unterschrift(
                    algorithmus: algorithm, schluessel: key, zeitpunkt: moment, entstehung: entstehung,
                    zertifikate: certificates, wert: value))
        }
        return signatur
    }

    private static func base64(_ text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text), !data.isEmpty, data.base64EncodedString() == text else {
            return nil
        }
        return [UInt8](data)
    }

    private static func malformed(_ name: String, _ element: XMLTree.Element, _ decoder: inout DocumentDecoder) {
        decoder.note(
            at: element,
            Message(
                de: "„\(name)“ hat nicht die vorgeschriebene Form.",
                en: "“\(name)” does not have the prescribed form."),
            hint: Message(de: "Fordern Sie das Paket neu an.", en: "Request the package anew."))
    }

    /// The bytes of the file; equal signatures have equal bytes.
    public func bytes() -> [UInt8] {
        func element(_ local: String, _ attributes: [(String, String?)] = []) -> XMLTree.Element {
            XMLTree.Element(
                XMLName(local, in: Self.namespace),
                attributes: attributes.compactMap { name, value in
                    value.map { XMLAttribute(XMLName(name), value: $0) }
                })
        }
        var root = element("signatur", [("formatVersion", Self.formatVersion)])
        root.namespaces = [XMLNamespaceDeclaration(prefix: nil, uri: Self.namespace)]
        root.append(
            element("paket", [("kennung", kennung), ("version", version.description), ("sha256", sha256)]))
        for unterschrift in unterschriften {
            var child = element(
                "unterschrift",
                [
                    ("algorithmus", unterschrift.algorithmus.rawValue), ("schluessel", unterschrift.schluessel),
                    ("zeitpunkt", unterschrift.zeitpunkt),
                ])
            let origin = unterschrift.entstehung
            if origin != Entstehung() {
                child.append(
                    element(
                        "entstehung",
                        [("werkzeug", origin.werkzeug), ("quelle", origin.quelle), ("commit", origin.commit)]))
            }
            for certificate in unterschrift.zertifikate {
                var text = element("zertifikat")
                text.setText(Data(certificate).base64EncodedString())
                child.append(text)
            }
            var value = element("wert")
            value.setText(Data(unterschrift.wert).base64EncodedString())
            child.append(value)
            root.append(child)
        }
        return PlainXML.bytes(root)
    }
}

/// Moments as signatures have them: `YYYY-MM-DDThh:mm:ssZ`, in UTC, so that one moment has one form.
enum SignatureTime {
    static func date(_ text: String) -> Date? {
        guard text.utf8.count == 20, let date = try? Date(text, strategy: .iso8601), self.text(date) == text else {
            return nil
        }
        return date
    }

    static func isValid(_ text: String) -> Bool { date(text) != nil }

    static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}
