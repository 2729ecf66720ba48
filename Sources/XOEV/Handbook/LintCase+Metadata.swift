import Findings
import SchemaModel

/// Metadata, namespaces and versions.
extension LintCase {
    /// The editions of the handbook, by the version history of edition 4.0.0, and how schemas write them.
    private static let handbooks: Set<String> = [
        "1.0", "1.1", "2.0", "2.0.1", "2.1", "2.2", "2.3", "2.3.1", "2.4", "2.4.0", "3.0", "3.0.0", "3.0.1", "3.0.2",
        "4.0", "4.0.0",
    ]

    mutating func checkMetadata() {
        for file in files where file.metadata == nil && !(file.isUmbrella && standard.metadata != nil) {
            note(
                "metadata-missing", at: place(file.root, file),
                Message(
                    de: "Die Schemadatei sagt nicht, zu welchem Standard sie gehört.",
                    en: "The schema file does not say to which standard it belongs."))
        }
        guard let metadata = standard.metadata,
            let first = files.first(where: { $0.metadata == metadata })
        else { return }
        checkCompleteness(metadata, first)
        for file in files {
            guard let other = file.metadata, other != metadata else { continue }
            let names = Self.fields(metadata).filter { Self.fields(other)[$0.key] != $0.value }.map(\.key).sorted()
            let list = names.joined(separator: ", ")
            note(
                "metadata-contradictory", at: place(file.root, file),
                Message(
                    de: "Die Metadaten weichen von denen in \(first.name) ab: \(list).",
                    en: "The metadata differ from those in \(first.name): \(list)."))
        }
        checkForms(metadata, first)
    }

    private mutating func checkCompleteness(_ metadata: SchemaMetadata, _ file: File) {
        let needed = [
            "nameLang", "nameKurz", "nameTechnisch", "kennung", "beschreibung", "version", "versionXOEVProfil",
            "versionXOEVHandbuch", "versionXGenerator",
        ]
        let fields = Self.fields(metadata)
        let missing = needed.filter { fields[$0] == .some(nil) }.joined(separator: ", ")
        guard !missing.isEmpty else { return }
        note(
            "metadata-incomplete", at: place(file.root, file),
            Message(de: "In den Metadaten fehlt: \(missing).", en: "Missing from the metadata: \(missing)."))
    }

    private static func fields(_ metadata: SchemaMetadata) -> [String: String?] {
        [
            "nameLang": metadata.longName, "nameKurz": metadata.shortName, "nameTechnisch": metadata.technicalName,
            "kennung": metadata.kennung, "beschreibung": metadata.description, "version": metadata.version,
            "versionStandard/beschreibung": metadata.versionDescription,
            "versionXOEVProfil": metadata.profileVersion, "versionXOEVHandbuch": metadata.handbookVersion,
            "versionXGenerator": metadata.generatorVersion, "nameModellierungswerkzeug": metadata.modellingTool,
            "versionModellierungswerkzeug": metadata.modellingToolVersion,
        ]
    }

    private mutating func checkForms(_ metadata: SchemaMetadata, _ file: File) {
        let location = place(file.root, file)
        if let technical = metadata.technicalName,
            technical.first?.isLowercaseASCIILetter != true
                || !technical.allSatisfy({ $0.isLowercaseASCIILetter || $0.isASCIIDigit || ".-".contains($0) })
        {
            note(
                "technical-name-form", at: location,
                Message(de: "nameTechnisch ist „\(technical)“.", en: "nameTechnisch is “\(technical)”."))
        }
        if let kennung = metadata.kennung {
            let parts = kennung.split(separator: ":", omittingEmptySubsequences: false)
            let isRight =
                parts.count >= 5 && parts[0] == "urn" && parts[1] == "xoev-de" && parts[parts.count - 2] == "standard"
                && metadata.technicalName.map { $0 == parts[parts.count - 1] } ?? true
            if !isRight {
                note(
                    "identifier-form", at: location,
                    Message(de: "Die Kennung ist „\(kennung)“.", en: "The kennung is “\(kennung)”."))
            }
        }
        if let version = metadata.version, !version.isVersionNumber {
            note(
                "version-form", at: location,
                Message(de: "Die Version ist „\(version)“.", en: "The version is “\(version)”."))
        }
        if let handbook = metadata.handbookVersion, !Self.handbooks.contains(handbook) {
            note(
                "handbook-version-unknown", at: location,
                Message(
                    de: "versionXOEVHandbuch ist „\(handbook)“.", en: "versionXOEVHandbuch is “\(handbook)”."))
        }
    }

    mutating func checkNamespaces() {
        let named = standard.namespaces.filter { !$0.isEmpty }
        if named.count > 1 {
            let list = named.joined(separator: ", ")
            note(
                "namespace-uniform", at: home,
                Message(
                    de: "Der Standard hat \(named.count) Ziel-Namensräume: \(list).",
                    en: "The standard has \(named.count) target namespaces: \(list)."))
        }
        for namespace in named {
            let versions =
                ([standard.version]
                + files.map { file in
                    file.document.targetNamespace == namespace ? file.document.version : nil
                }).compactMap { $0 }
            guard !versions.isEmpty, !versions.contains(where: { Self.names(namespace, version: $0) }) else { continue }
            let version = standard.version ?? versions[0]
            note(
                "namespace-version", at: home,
                Message(
                    de: "Der Ziel-Namensraum „\(namespace)“ enthält die Version \(version) nicht.",
                    en: "The target namespace “\(namespace)” does not hold the version \(version)."))
        }
        for file in files { checkSchemaElement(file) }
    }

    private mutating func checkSchemaElement(_ file: File) {
        let location = place(file.root, file)
        if file.document.targetNamespace == nil {
            note(
                "namespace-missing", at: location,
                Message(
                    de: "Die Schemadatei hat keinen targetNamespace.", en: "The schema file has no targetNamespace."))
        }
        if let version = file.document.version {
            if let expected = standard.metadata?.version, expected != version {
                note(
                    "schema-version-uniform", at: location,
                    Message(
                        de: "Die Schemadatei hat die Version \(version), der Standard \(expected).",
                        en: "The schema file has version \(version), the standard \(expected)."))
            }
        } else {
            note(
                "schema-version-missing", at: location,
                Message(de: "An xs:schema fehlt das Attribut version.", en: "xs:schema lacks the attribute version."))
        }
        if file.root["elementFormDefault"] == nil {
            note(
                "form-default", at: location,
                Message(de: "elementFormDefault ist nicht angegeben.", en: "elementFormDefault is not stated."))
        }
        if file.root["attributeFormDefault"] == "qualified" {
            note(
                "form-default", at: location,
                Message(de: "attributeFormDefault ist qualified.", en: "attributeFormDefault is qualified."))
        }
    }

    /// Whether a namespace holds a version: `1.0.0` as `1.0.0`, `1_0_0`, `V1_0_0` or `100`, or its beginning.
    static func names(_ namespace: String, version: String) -> Bool {
        let wanted = numbers(version)
        guard !wanted.isEmpty else { return false }
        let parts: [Substring] = namespace.split { !($0.isASCIIDigit || $0 == "." || $0 == "_") }
        return parts.contains { part in
            let found = numbers(part)
            guard !found.isEmpty else { return false }
            return wanted.starts(with: found) || wanted.joined() == found.joined()
        }
    }

    private static func numbers(_ text: some StringProtocol) -> [String] {
        var result: [String] = []
        var digits = ""
        for character in text {
            if character.isASCIIDigit {
                digits.append(character)
            } else if !digits.isEmpty {
                result.append(digits)
                digits = ""
            }
        }
        return digits.isEmpty ? result : result + [digits]
    }
}

extension Character {
    /// `a` to `z`.
    var isLowercaseASCIILetter: Bool { isASCII && isLowercase }
    /// `0` to `9`.
    var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
    /// Numbers with dots between them.
    var isVersionNumber: Bool {
        let parts: [Substring] = split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isASCIIDigit } }
    }
}
