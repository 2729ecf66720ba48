import Archives
import FIM
import Findings

/// Makes the folder of a new package: a `dienstpaket.xml` that is valid from the first moment and a text that says what
/// comes next.
public struct PackageInitializer: Sendable {
    /// What the new package is.
    public struct Options: Sendable {
        /// The lasting identifier, such as `de.nrw.paderborn.hundesteuer`.
        public var kennung: String
        /// The service's name in German.
        public var bezeichnung: String
        /// Who publishes it.
        public var herausgeber: Herausgeber
        /// The key of the service of the administration.
        public var leistungsschluessel: String
        /// The licence as an SPDX expression.
        public var lizenz: String
        /// The moment that is written as `erstellt`: `xs:dateTime` with a zone. There is no clock inside.
        public var erstellt: String

        /// Options from their parts.
        public init(
            kennung: String, bezeichnung: String, herausgeber: Herausgeber, leistungsschluessel: String,
            lizenz: String = "EUPL-1.2", erstellt: String
        ) {
            self.kennung = kennung
            self.bezeichnung = bezeichnung
            self.herausgeber = herausgeber
            self.leistungsschluessel = leistungsschluessel
            self.lizenz = lizenz
            self.erstellt = erstellt
        }
    }

    private let options: Options

    /// An initializer for one package.
    public init(options: Options) { self.options = options }

    /// The files of the new package.
    public func contents(name: String) throws(TransferError) -> PackageContents {
        let key: Leistungsschluessel
        do throws(KeyError) {
            _ = try ARS(options.herausgeber.ars)
            key = try Leistungsschluessel(options.leistungsschluessel)
        } catch {
            throw TransferError(.init(id: error.finding.id), error.message, hint: error.hint)
        }
        guard Self.isKennung(options.kennung) else { throw Self.notAKennung(options.kennung) }
        let text = Array(
            """
            # \(options.bezeichnung)

            Dieses Dienstpaket ist neu. Legen Sie die Bestandteile in diesen Ordner und nennen Sie jeden in
            dienstpaket.xml; Größe und Prüfsumme trägt `xoev package pack` ein.

            """.utf8)
        let part = Bestandteil(
            id: "liesmich", rolle: .dokumentation, pfad: "LIESMICH.md", medientyp: "text/markdown; charset=utf-8",
            sha256: SHA256Text.digest(text), groesse: text.count)
        let manifest = Dienstpaket(
            kennung: options.kennung, version: try SemanticVersion("0.1.0"),
            bezeichnung: MehrsprachigerText([.init("de", options.bezeichnung)]), herausgeber: options.herausgeber,
            lizenz: options.lizenz, erstellt: options.erstellt,
            leistungen: [LeistungVerweis(schluessel: key.text, istLeiKa: key.isLeiKa)], bestandteile: [part])
        let bytes = try ManifestWriter().write(manifest)
        return PackageContents(name: name, isArchive: false, files: [Dienstpaket.fileName: bytes, part.pfad: text])
    }

    /// Writes the new package into a folder that does not exist yet or is empty.
    public func write(to folder: String) throws(TransferError) {
        try FolderWriter().write(contents(name: folder), to: folder)
    }

    /// Says that a text is no identifier of a service.
    static func notAKennung(_ text: String) -> TransferError {
        TransferError(
            .manifestInvalid,
            Message(
                de: "„\(text)“ ist keine Kennung eines Dienstes.", en: "“\(text)” is not an identifier of a service."),
            hint: Message(
                de:
                    "Schreiben Sie sie wie de.nrw.paderborn.hundesteuer: Kleinbuchstaben, Ziffern, Bindestriche, Punkte.",
                en: "Write it like de.nrw.paderborn.hundesteuer: lower case, digits, hyphens, dots."))
    }

    /// Whether a text has the form of `KennungType`: labels of lower case letters, digits and single hyphens, each
    /// beginning with a letter, at least two, with dots between them, at most 128 characters.
    static func isKennung(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, text.utf8.count <= 128 else { return false }
        return labels.allSatisfy { label in
            let bytes = Array(label.utf8)
            guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.last != 0x2D else { return false }
            return !label.contains("--")
                && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
    }
}
