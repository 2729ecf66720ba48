import Findings
import JSONCore

/// A file of a process template of the OZG-Hub: a form, the metadata of a process, or the description of the template.
/// The formats belong to the vendor and are not documented; only who and what they say they are is read.
struct OZGHubTemplate {
    /// What the file is.
    enum Kind: String {
        /// A form of the portal's form engine.
        case form
        /// What the portal is told of a process: sign-in, trust levels, retention.
        case metadata
        /// Name and version of the template.
        case project
    }

    /// What reading a JSON file came to.
    enum Outcome {
        case template(OZGHubTemplate)
        /// Where the template was deployed to; says nothing about the service.
        case configuration
        /// Another kind of JSON.
        case foreign
        /// Not JSON at all.
        case broken(Finding)
    }

    let file: ImportFile
    let bytes: [UInt8]
    let kind: Kind
    /// The form's id, or the file's name without its ending.
    var id: String
    /// The form's or the template's name.
    var name: String?
    /// Its version.
    var version: String?
    /// The client (Mandant) it was made for.
    var client: String?
    /// What else it says of itself at its top level, in the file's order: names and short values.
    var facts: [(name: String, value: String)] = []

    /// Whose product reads the files.
    static let vendor = "SEITENBAU GmbH (OZG-Hub)"
    /// The product that reads the files.
    static let product = "serviceportal"

    /// Reads a JSON file and tells what it is by its members.
    static func read(_ bytes: [UInt8], _ file: ImportFile) -> Outcome {
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONDocument(bytes, name: file.name).root.plain
        } catch {
            return .broken(error.finding)
        }
        guard case .object(let members) = root else { return .foreign }
        let names = Set(members.map(\.0))
        let base = String(file.relativePath.split(separator: "/").last ?? "vorlage")
        let stem = base.lowercased().hasSuffix(".json") ? String(base.dropLast(5)) : base
        var template: OZGHubTemplate
        if case .array? = root["sections"], let id = text(root["id"]) {
            template = OZGHubTemplate(file: file, bytes: bytes, kind: .form, id: id)
            // `mandant:name:version`, as the process template of the OZG-Hub has it.
            let parts = id.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            if parts.count == 3 {
                (template.client, template.name, template.version) = (parts[0], parts[1], parts[2])
            }
            if let title = text(root["title"]), !title.isEmpty { template.facts.append(("title", title)) }
            if let engine = text(root["engineVersion"]) { template.facts.append(("engineVersion", engine)) }
            return .template(template)
        }
        if names.isSuperset(of: ["projectName", "projectVersion"]) {
            template = OZGHubTemplate(file: file, bytes: bytes, kind: .project, id: stem)
            template.name = text(root["projectName"])
            template.version = text(root["projectVersion"])
            template.client = text(root["mandant"])
            template.facts = facts(members, besides: ["projectName", "projectVersion", "mandant"])
            return .template(template)
        }
        if !names.isDisjoint(with: ["authenticationTypes", "servicekontolos", "levelOfAssuranceAttributes"]) {
            template = OZGHubTemplate(file: file, bytes: bytes, kind: .metadata, id: stem)
            template.facts = facts(members, besides: [])
            return .template(template)
        }
        return names.isSuperset(of: ["url", "status"]) && names.count == 2 ? .configuration : .foreign
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard case .string(let text)? = value else { return nil }
        return text
    }

    private static func facts(_ members: [(String, JSONValue)], besides left: Set<String>) -> [(String, String)] {
        members.filter { !left.contains($0.0) }.map { ($0.0, short($0.1)) }
    }

    /// A value in short: the values of lists, the names of members.
    private static func short(_ value: JSONValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null: "null"
        case .array(let items): items.map(short).joined(separator: ", ")
        case .object(let members): members.map(\.0).joined(separator: ", ")
        }
    }
}
