import Findings
import SchemaModel
import XMLCore

/// Code types and the lists that they use.
extension LintCase {
    private static let codeBase = XMLName("Code", in: "http://xoev.de/schemata/code/1_0")

    mutating func checkCodes() {
        let base = components.typesByName[Self.codeBase]
        // A type that others only restrict is never in a message itself.
        let used = Set(standard.codeLists.filter { !$0.places.isEmpty }.compactMap(\.typeName))
        for (id, code) in collector.codes.sorted(by: { $0.key < $1.key }) {
            let type = components[id]
            guard type.location.file.map(fileNames.contains) == true else { continue }
            let name = type.name?.local ?? type.owner?.local ?? "-"
            if base.map({ components.isType(id, derivedFrom: $0) }) != true {
                note(
                    "code-base", at: type.location,
                    Message(
                        de: "„\(name)“ ist nicht vom XÖV-Datentyp Code abgeleitet.",
                        en: "“\(name)” is not derived from the XÖV data type Code."))
            }
            if let named = type.name, !named.local.contains("Code") {
                note(
                    "code-type-name", at: type.location,
                    Message(
                        de: "Der Name des Code-Datentyps „\(name)“ enthält „Code“ nicht.",
                        en: "The name of the code type “\(name)” does not contain “Code”."))
            }
            if type.name.map(used.contains) != false { checkIdentification(id, name, type.location) }
            checkMetadata(of: id, code, name)
        }
        checkDirectUses()
        checkEnumerations()
    }

    /// Whether list and version follow from a message.
    private mutating func checkIdentification(_ id: TypeID, _ name: String, _ location: Location) {
        func isCertain(_ attribute: String) -> Bool {
            components[id].complex?.attributes.contains {
                $0.name.local == attribute && !$0.isProhibited
                    && ($0.isRequired || $0.fixedValue != nil || $0.defaultValue != nil)
            } == true
        }
        if !isCertain("listURI") {
            note(
                "code-list-unknown", at: location,
                Message(
                    de: "„\(name)“: listURI ist weder festgelegt noch Pflicht.",
                    en: "“\(name)”: listURI is neither fixed nor required."))
        } else if !isCertain("listVersionID") {
            note(
                "code-version-unknown", at: location,
                Message(
                    de: "„\(name)“: listVersionID ist weder festgelegt noch Pflicht.",
                    en: "“\(name)”: listVersionID is neither fixed nor required."))
        }
    }

    /// Elements whose code type is not of this standard: the base type itself, or one of a library.
    private mutating func checkDirectUses() {
        for file in files {
            for found in Self.places(file) where found.element.name.local == "element" && !found.isRestated {
                guard let written = found.element["type"], let type = resolved(written, file),
                    collector.codes[type] != nil, components[type].location.file.map(fileNames.contains) != true,
                    type == components.typesByName[Self.codeBase]
                else { continue }
                checkIdentification(type, found.element["name"] ?? "-", place(found.element, file))
            }
        }
    }

    private func resolved(_ written: String, _ file: File) -> TypeID? {
        let parts = written.split(separator: ":", maxSplits: 1)
        guard let local = parts.last else { return nil }
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        return components.typesByName[XMLName(String(local), in: file.document.prefixes[prefix])]
    }

    private mutating func checkMetadata(of id: TypeID, _ code: CodeType, _ name: String) {
        let type = components[id]
        let attributes = type.complex?.attributes ?? []
        let uri = attributes.first { $0.name.local == "listURI" }?.fixedValue
        let version = attributes.first { $0.name.local == "listVersionID" }?.fixedValue
        let list = type.annotation.appinfo.first { $0.name.local == "codeliste" }
        let edition = type.annotation.appinfo.first { $0.name.local == "versionCodeliste" }
        if uri != nil, list == nil, type.name != nil {
            note(
                "code-metadata-missing", at: type.location,
                Message(
                    de: "„\(name)“ legt eine Codeliste fest, beschreibt sie aber nicht.",
                    en: "“\(name)” fixes a code list but does not describe it."))
        }
        for (fixed, said) in [(uri, list?.text(of: "kennung")), (version, edition?.text(of: "version"))] {
            guard let fixed, let said = said?.collapsed, said != fixed else { continue }
            note(
                "code-metadata-contradictory", at: type.location,
                Message(
                    de: "„\(name)“ legt „\(fixed)“ fest, die Metadaten sagen „\(said)“.",
                    en: "“\(name)” fixes “\(fixed)”, the metadata say “\(said)”."))
        }
        let columns = type.annotation.appinfo.first { $0.name.local == "codelistenspalten" }
        if let used = code.codeColumn, let columns,
            !columns.elements.contains(where: { $0.name.local == used })
        {
            note(
                "code-column-unknown", at: type.location,
                Message(
                    de: "„\(name)“ nutzt die Spalte „\(used)“, die codelistenspalten nicht nennt.",
                    en: "“\(name)” uses the column “\(used)”, which codelistenspalten does not name."))
        }
        if collector.enumeration(of: id) != nil, version == nil {
            note(
                "code-enumeration-open", at: type.location,
                Message(
                    de: "„\(name)“ zählt Codes auf, legt aber die Version der Liste nicht fest.",
                    en: "“\(name)” lists codes but does not fix the list's version."))
        }
    }

    private mutating func checkEnumerations() {
        for id in components.typeIDs {
            let type = components[id]
            guard type.location.file.map(fileNames.contains) == true,
                let values = type.simple?.ownFacets.enumeration
            else { continue }
            var seen = Set<String>()
            for value in values where !seen.insert(value.value).inserted {
                let name = type.name?.local ?? type.owner?.local ?? "-"
                note(
                    "code-repeated", at: value.location,
                    Message(
                        de: "„\(name)“ nennt „\(value.value)“ mehrmals.",
                        en: "“\(name)” lists “\(value.value)” more than once."))
            }
        }
    }
}
