import Findings
import Foundation

/// What is to be made, as a JSON file says it (`xoev-generate.json`, `Schemas/xoev-generate/1.0`). Paths are relative to the
/// folder of the file.
public struct GeneratorConfiguration: Sendable {
    /// The name under which the plugins look for the file in the folder of a target.
    public static let fileName = "xoev-generate.json"

    /// A module that was generated earlier.
    public struct Reuse: Codable, Sendable, Hashable {
        /// The name of the module, as it is imported.
        public var module: String
        /// The manifest of its types, or the folder in which it lies.
        public var manifest: String?
        /// The configuration by which it is made; the manifest is not needed then.
        public var config: String?

        /// A module from its parts.
        public init(module: String, manifest: String? = nil, config: String? = nil) {
            self.module = module
            self.manifest = manifest
            self.config = config
        }
    }

    /// Which enumerations may grow.
    public enum OpenEnumerations: Sendable, Hashable {
        case all
        case named([String])
    }

    /// Schema files, folders or archives.
    public var schemas: [String] = []
    /// OASIS XML catalogs for schema locations.
    public var catalogs: [String] = []
    /// Files, folders or archives in which imported schemas are looked for that lie nowhere else.
    public var imports: [String] = []
    /// The root elements from which types are collected; nil for all.
    public var messages: [String]?
    /// Named types that are made in any case; `*` for all.
    public var types: [String] = []
    /// The module that is made.
    public var module: String?
    /// The access level: `public`, `package` or `internal`.
    public var access = "public"
    /// Names that differ from the rule.
    public var names: [String: String] = [:]
    /// Enumerations that accept values which the schema does not list.
    public var openEnumerations = OpenEnumerations.named([])
    /// Modules whose types are used.
    public var reuse: [Reuse] = []
    /// The number of files; nil for one for each schema document.
    public var files: Int?

    /// The file, as it was named; nil when there is none.
    public private(set) var file: String?
    private(set) var bytes: [UInt8] = []

    /// A configuration without a file: paths are relative to the current folder.
    public init() {}

    /// Reads a configuration.
    ///
    /// - Throws: `GeneratorError` with file and line: `codegen.bad-configuration`, `codegen.unknown-setting`.
    public init(file: String) throws(GeneratorError) {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GeneratorError(
                "codegen.configuration-unreadable", at: Location(file: file),
                Message(
                    de: "Die Konfiguration fehlt oder ist nicht lesbar.",
                    en: "The configuration is missing or cannot be read."))
        }
        self.file = file
        bytes = Array(data)
        try checkSettings(data)
        let parsed = try decode(data)
        schemas = parsed.schemas ?? []
        catalogs = parsed.catalogs ?? []
        imports = parsed.imports ?? []
        messages = parsed.messages
        types = parsed.types ?? []
        module = parsed.module
        access = parsed.access ?? "public"
        names = parsed.names ?? [:]
        openEnumerations = parsed.openEnumerations?.value ?? .named([])
        reuse = parsed.reuse ?? []
        files = parsed.files
        if !["public", "package", "internal"].contains(access) { throw bad("access", "public | package | internal") }
        if let files, !(1...1000).contains(files) { throw bad("files", "1…1000") }
        for module in [module].compactMap({ $0 }) + reuse.map(\.module) where !SwiftNames.isIdentifier(module) {
            throw bad(module, "module")
        }
        for item in reuse where (item.manifest == nil) == (item.config == nil) {
            throw bad(item.module, "manifest | config")
        }
    }

    /// The name and the digest of the file, as the header of the code tells them; nil when there is none.
    var mark: String? {
        file.map { "\($0.split(separator: "/").last.map(String.init) ?? $0) sha256:\(SwiftGenerator.digest(bytes))" }
    }

    private func bad(_ subject: String, _ expected: String) -> GeneratorError {
        GeneratorError(
            "codegen.bad-configuration", at: place(of: subject) ?? Location(file: file),
            Message(
                de: "„\(subject)“: Erwartet wird \(expected).", en: "“\(subject)”: \(expected) is expected."))
    }

    // MARK: Paths and places

    /// A path of the configuration, seen from the current folder.
    public func path(_ path: String) -> String {
        guard let file, !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }

    /// The line in which a text stands as a JSON string, or nil.
    func place(of text: String) -> Location? {
        guard file != nil, let encoded = try? JSONEncoder().encode(text) else { return nil }
        let plain = Array(String(decoding: encoded, as: UTF8.self).replacingOccurrences(of: "\\/", with: "/").utf8)
        for needle in [plain, Array(encoded)] {
            guard bytes.count >= needle.count,
                let start = (0...bytes.count - needle.count).first(where: {
                    bytes[$0] == needle[0] && bytes[$0..<$0 + needle.count].elementsEqual(needle)
                })
            else { continue }
            return location(of: start)
        }
        return Location(file: file)
    }

    private func location(of offset: Int) -> Location {
        let before = bytes[..<offset]
        let line = before.count { $0 == 0x0A } + 1
        let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return Location(file: file, line: line, column: column)
    }

    // MARK: Reading

    private struct File: Decodable {
        struct Enumerations: Decodable {
            var value: OpenEnumerations

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let all = try? container.decode(Bool.self) {
                    value = all ? .all : .named([])
                } else {
                    value = .named(try container.decode([String].self))
                }
            }
        }

        var schemas: [String]?
        var catalogs: [String]?
        var imports: [String]?
        var messages: [String]?
        var types: [String]?
        var module: String?
        var access: String?
        var names: [String: String]?
        var openEnumerations: Enumerations?
        var reuse: [Reuse]?
        var files: Int?
    }

    private static let settings: Set<String> = [
        "$schema", "schemas", "catalogs", "imports", "messages", "types", "module", "access", "names",
        "openEnumerations", "reuse", "files",
    ]

    /// A setting that is misspelt must not be passed over in silence.
    private func checkSettings(_ data: Data) throws(GeneratorError) {
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        } catch {
            throw notJSON(error as NSError)
        }
        guard let object = value as? [String: Any] else {
            throw GeneratorError(
                "codegen.bad-configuration", at: Location(file: file, line: 1, column: 1),
                Message(
                    de: "Das ist keine Konfiguration: Erwartet wird ein JSON-Objekt, { … }.",
                    en: "This is no configuration: a JSON object is expected, { … }."))
        }
        for key in object.keys.sorted() where !Self.settings.contains(key) {
            throw GeneratorError(
                "codegen.unknown-setting", at: place(of: key) ?? Location(file: file),
                Message(
                    de: "Die Einstellung „\(key)“ gibt es nicht.", en: "There is no setting “\(key)”."),
                hint: Message(
                    de: "Es gibt: \(Self.settings.sorted().joined(separator: ", "))",
                    en: "There are: \(Self.settings.sorted().joined(separator: ", "))"))
        }
    }

    private func notJSON(_ error: NSError) -> GeneratorError {
        let reason = error.userInfo["NSDebugDescription"] as? String ?? error.localizedDescription
        // Foundation tells the place in the text only: "around line 2, column 3." or "around character 20."
        let numbers = reason.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        var location = Location(file: file, line: bytes.count { $0 == 0x0A } + 1)
        if reason.contains("around line "), let line = numbers.first {
            location.line = line
            location.column = numbers.dropFirst().first
        } else if reason.contains("around character "), let offset = numbers.first {
            location = self.location(of: min(offset, bytes.count))
        }
        return unreadable(reason, at: location)
    }

    private func unreadable(_ reason: String, at location: Location) -> GeneratorError {
        GeneratorError(
            "codegen.bad-configuration", at: location,
            Message(
                de: "Die Konfiguration ist nicht lesbar: \(reason)",
                en: "The configuration cannot be read: \(reason)"),
            hint: Message(
                de: "Erwartet wird JSON nach Schemas/xoev-generate/1.0.",
                en: "JSON as described by Schemas/xoev-generate/1.0 is expected."))
    }

    private func decode(_ data: Data) throws(GeneratorError) -> File {
        do {
            return try JSONDecoder().decode(File.self, from: data)
        } catch {
            guard let error = error as? DecodingError else {
                throw unreadable(error.localizedDescription, at: Location(file: file))
            }
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                let key = context.codingPath.last { $0.intValue == nil }?.stringValue ?? ""
                throw unreadable(
                    "\(key): \(context.debugDescription)", at: place(of: key) ?? Location(file: file))
            @unknown default: throw unreadable(error.localizedDescription, at: Location(file: file))
            }
        }
    }
}
