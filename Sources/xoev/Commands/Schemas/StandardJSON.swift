import Findings
import SchemaModel
import XOEV

extension XOEVStandard {
    /// What identifies the standard, as JSON.
    var identityJSON: JSONText {
        .object([
            ("name", .string(name)),
            ("kennung", metadata?.kennung.map(JSONText.string)),
            ("version", version.map(JSONText.string)),
            ("namespaces", .array(namespaces.map(JSONText.string))),
        ])
    }

    /// The standard as JSON (`Schemas/standard/1.0/standard.schema.json`).
    var json: JSONText {
        func text(_ value: String?) -> JSONText? { value.map { .string($0) } }
        return .object([
            ("name", .string(name)),
            ("kennung", text(metadata?.kennung)),
            ("version", text(version)),
            ("longName", text(metadata?.longName)),
            ("technicalName", text(metadata?.technicalName)),
            ("description", text(metadata?.description)),
            ("versionDescription", text(metadata?.versionDescription)),
            ("handbookVersion", text(metadata?.handbookVersion)),
            ("profileVersion", text(metadata?.profileVersion)),
            ("generatorVersion", text(metadata?.generatorVersion)),
            ("modellingTool", text(metadata?.modellingTool)),
            ("modellingToolVersion", text(metadata?.modellingToolVersion)),
            ("namespaces", .array(namespaces.map(JSONText.string))),
            ("documents", .array(documents.map(\.json))),
            ("messageCount", .integer(messages.count)),
            ("codeTypeCount", .integer(codeLists.count)),
        ])
    }
}

extension XOEVStandard.Document {
    /// The file as JSON.
    var json: JSONText {
        .object([
            ("file", .string(name)),
            ("namespace", targetNamespace.map(JSONText.string)),
            ("version", version.map(JSONText.string)),
        ])
    }
}

extension XOEVStandard.Message {
    /// The message as JSON.
    var json: JSONText {
        .object([
            ("name", .string(name.local)),
            ("namespace", name.namespace.map(JSONText.string)),
            ("number", number.map(JSONText.string)),
            ("title", title.map(JSONText.string)),
            ("legalBases", .array(legalBases.map(JSONText.string))),
            ("documentation", documentation.map(JSONText.string)),
            ("author", author.map(JSONText.string)),
            ("reader", reader.map(JSONText.string)),
            ("type", (type?.local).map(JSONText.string)),
            ("file", location.file.map(JSONText.string)),
            ("line", location.line.map(JSONText.integer)),
        ])
    }
}
