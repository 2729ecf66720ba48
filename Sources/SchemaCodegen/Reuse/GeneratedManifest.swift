import Findings
import Foundation

/// What a run of the generator made: which Swift type stands for which component, and from which schemas. Written beside
/// the code as `.xoev-manifest.json`, so that a later run for another module uses these types instead of making them again.
public struct GeneratedManifest: Codable, Sendable, Hashable {
    /// The name of the file.
    public static let fileName = ".xoev-manifest.json"
    /// What `format` says.
    public static let currentFormat = "urn:swift-xoev:generated:1.0"

    /// A schema document that the code was made from.
    public struct Input: Codable, Sendable, Hashable {
        /// The name of the file, without its folder.
        public var file: String
        /// The digest of its bytes, in lower-case hexadecimal digits.
        public var sha256: String
    }

    /// A component of the schemas and what stands for it.
    public struct Entry: Codable, Sendable, Hashable {
        /// The target namespace; nil for none.
        public var namespace: String?
        /// The local name of the component.
        public var name: String
        /// The name of the Swift type.
        public var swift: String
        /// The digest of the document in which it is defined.
        public var sha256: String?
        /// For enums over derived types or a substitution group: what may stand in, as `{namespace}name`, sorted.
        public var members: [String]?
    }

    /// The format of the manifest.
    public var format: String
    /// The access level of the types.
    public var access: String
    /// The schemas, by name.
    public var inputs: [Input]
    /// Global elements that have a type of their own, by name.
    public var roots: [Entry]
    /// Named types that became a Swift type, by name.
    public var types: [Entry]
    /// Enums over a named type and the types derived from it, by name.
    public var families: [Entry]
    /// Enums over an element and its substitution group, by name.
    public var substitutions: [Entry]

    /// The manifest as it is written: sorted, the same on every machine.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings and arrays of strings can always be encoded.
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }

    /// Reads a manifest: the file, or the folder in which it lies.
    ///
    /// - Throws: `GeneratorError` with the code `codegen.bad-manifest`.
    public static func read(_ path: String) throws(GeneratorError) -> GeneratedManifest {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let file = isThere && isFolder.boolValue ? path + "/" + fileName : path
        let hint = Message(
            de: "Die Datei entsteht mit dem Code des Moduls: \(fileName).",
            en: "The file is made together with the code of the module: \(fileName).")
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GeneratorError(
                "codegen.bad-manifest", at: Location(file: file),
                Message(
                    de: "Das Verzeichnis der fertigen Typen fehlt oder ist nicht lesbar.",
                    en: "The manifest of generated types is missing or cannot be read."), hint: hint)
        }
        guard let manifest = try? JSONDecoder().decode(Self.self, from: data), manifest.format == currentFormat else {
            throw GeneratorError(
                "codegen.bad-manifest", at: Location(file: file),
                Message(
                    de: "Das ist kein Verzeichnis fertiger Typen (\(currentFormat)).",
                    en: "This is no manifest of generated types (\(currentFormat))."), hint: hint)
        }
        return manifest
    }
}

/// A module that was generated earlier and whose types are used.
public struct ReusedModule: Sendable, Hashable {
    /// The name of the module, as it is imported.
    public var module: String
    /// What is in it.
    public var manifest: GeneratedManifest

    /// A module with its manifest.
    public init(module: String, manifest: GeneratedManifest) {
        self.module = module
        self.manifest = manifest
    }
}
