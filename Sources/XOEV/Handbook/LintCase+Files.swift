import Findings
import SchemaModel
import XMLCore

/// Schema files and how they come together.
extension LintCase {
    mutating func checkFiles() {
        for namespace in standard.namespaces { checkUmbrella(namespace) }
        for file in files {
            checkName(file)
            checkText(file)
        }
        checkLibraries()
    }

    /// The umbrella of a namespace is the file that no other includes.
    private mutating func checkUmbrella(_ namespace: String) {
        let own = files.filter { ($0.document.targetNamespace ?? "") == namespace }
        guard own.count > 1 else { return }
        var included = Set<String>()
        for file in own {
            for part in file.parts where part.name.local == "include" {
                let target = part["schemaLocation"]?.split(separator: "/").last.map(String.init)
                if let target, target != file.name { included.insert(target) }
            }
        }
        let heads = own.filter { !included.contains($0.name) }
        guard heads.count == 1, let head = heads.first else {
            let list = heads.map(\.name).prefix(5).joined(separator: ", ")
            note(
                "umbrella-missing", at: home,
                heads.isEmpty
                    ? Message(
                        de: "Jede Schemadatei wird von einer anderen eingebunden; keine ist die Rahmendatei.",
                        en: "Every schema file is included by another one; none is the umbrella.")
                    : Message(
                        de: "\(heads.count) Schemadateien werden von keiner anderen eingebunden: \(list).",
                        en: "\(heads.count) schema files are included by no other one: \(list)."))
            return
        }
        if !head.isUmbrella {
            note(
                "umbrella-content", at: place(head.root, head),
                Message(
                    de: "Die Rahmendatei enthält eigene Deklarationen.",
                    en: "The umbrella file holds declarations of its own."))
        }
    }

    private mutating func checkName(_ file: File) {
        // Modules of a standard share the first part: xinneres.basismodul is in xinneres-….xsd.
        guard let technical = standard.metadata?.technicalName?.split(separator: ".").first,
            !file.name.lowercased().hasPrefix(technical.lowercased())
        else { return }
        note(
            "file-name", at: place(file.root, file),
            Message(
                de: "Der Dateiname „\(file.name)“ beginnt nicht mit „\(technical)“.",
                en: "The file name “\(file.name)” does not begin with “\(technical)”."))
    }

    private mutating func checkText(_ file: File) {
        // A declaration stands in the first bytes, a document type before the root element.
        let start = String(decoding: file.document.bytes.prefix(200), as: UTF8.self)
        if let declared = start.range(between: "encoding=", and: "?>"), !declared.lowercased().contains("utf-8") {
            note(
                "file-encoding", at: Location(file: file.document.name, line: 1),
                Message(de: "Die Schemadatei ist nicht in UTF-8.", en: "The schema file is not in UTF-8."))
        }
        let text = String(decoding: file.document.bytes.prefix(8_192), as: UTF8.self)
        if let head = text.range(between: nil, and: "schema "), head.contains("<!DOCTYPE") {
            note(
                "construct-document-type", at: Location(file: file.document.name, line: 1),
                Message(
                    de: "Die Schemadatei hat eine Dokumenttypdeklaration.",
                    en: "The schema file has a document type declaration."))
        }
    }

    /// Namespaces of the XÖV library end in their version.
    private mutating func checkLibraries() {
        var versions: [String: Set<String>] = [:]
        for file in files {
            for part in file.parts where part.name.local == "import" {
                guard let namespace = part["namespace"], namespace.hasPrefix("http://xoev.de/schemata/"),
                    let slash = namespace.lastIndex(of: "/")
                else { continue }
                versions[String(namespace[..<slash]), default: []].insert(
                    String(namespace[namespace.index(after: slash)...]))
            }
        }
        for (library, found) in versions.sorted(by: { $0.key < $1.key }) where found.count > 1 {
            let list = found.sorted().joined(separator: ", ")
            note(
                "library-version-mixed", at: home,
                Message(
                    de: "Von „\(library)“ werden mehrere Versionen eingebunden: \(list).",
                    en: "Of “\(library)” several versions are imported: \(list)."))
        }
    }
}

extension String {
    /// What stands between two marks, the first one optional; nil where a mark is missing.
    fileprivate func range(between start: String?, and end: String) -> Substring? {
        var rest = self[...]
        if let start {
            guard let found = rest.firstRange(of: start) else { return nil }
            rest = rest[found.upperBound...]
        }
        guard let found = rest.firstRange(of: end) else { return nil }
        return rest[..<found.lowerBound]
    }
}
