import Archives
import Findings
import SchemaModel
import XMLCore

/// Makes Swift types from the components of a schema set: plan, name, render.
///
///     let output = try SwiftGenerator(options).generate(components)
///
/// The output is the same on every machine, to the byte.
public struct SwiftGenerator: Sendable {
    /// What is made, and how it is called.
    public struct Options: Sendable, Hashable {
        /// The global elements from which types are collected, by local name; nil for all of the namespaces asked for.
        public var messages: [String]?
        /// Named types that are made even if no message reaches them: local names, or `*` for all of the schemas that were
        /// named. Without `messages`, only these are made, unless `*` is among them. Schemas without messages give all.
        public var types: [String]
        /// Names that differ from the rule. The keys: `Type`, `Type/element`, `Type/@attribute`, `Type/Auswahl2` (a choice or
        /// group, by the name it would have), `Type=value`; with `{namespace}` in front where several have the name.
        public var names: [String: String]
        /// Local names of enumerations that may grow: they accept values that the schema does not list.
        public var openEnumerations: Set<String>
        /// Whether every enumeration may grow.
        public var opensAllEnumerations: Bool
        /// The access level: `public`, `package` or `internal`.
        public var access: String
        /// The module that is made: no type is called like it.
        public var module: String?
        /// Modules that were generated earlier: their types are used instead of being made again.
        public var reuse: [ReusedModule]
        /// The number of files that the types are spread over; nil for one for each schema document.
        public var fileCount: Int?
        /// The command line that is named in the header.
        public var commandLine: String
        /// The name and digest of the configuration, for the header of the shared file; nil when there is none.
        public var configuration: String?

        /// Options from their parts.
        public init(
            messages: [String]? = nil, types: [String] = [], names: [String: String] = [:],
            openEnumerations: Set<String> = [], opensAllEnumerations: Bool = false, access: String = "public",
            module: String? = nil, reuse: [ReusedModule] = [], fileCount: Int? = nil,
            commandLine: String = "xoev generate swift", configuration: String? = nil
        ) {
            self.messages = messages
            self.types = types
            self.module = module
            self.reuse = reuse
            self.fileCount = fileCount
            self.names = names
            self.openEnumerations = openEnumerations
            self.opensAllEnumerations = opensAllEnumerations
            self.access = access
            self.commandLine = commandLine
            self.configuration = configuration
        }
    }

    /// A generated file.
    public struct File: Sendable, Hashable {
        /// The name, with `.swift`.
        public var name: String
        /// The text.
        public var text: String
    }

    /// What was made.
    public struct Output: Sendable {
        /// The files, sorted by name.
        public var files: [File]
        /// Which type stands for which component.
        public var manifest: GeneratedManifest
        /// Collisions of names and what Swift cannot express, with proposals; none of them is an error.
        public var findings: [Finding]
        /// The number of types that were made, nested ones included.
        public var typeCount: Int
        /// The number of complex types of the schema among them.
        public var complexTypeCount: Int
    }

    private let options: Options

    /// A generator.
    public init(_ options: Options = Options()) { self.options = options }

    /// Makes the files.
    ///
    /// - Throws: `GeneratorError` when the options name what the schemas do not have.
    public func generate(_ components: SchemaComponents) throws(GeneratorError) -> Output {
        let planner = Planner(components, options)
        let plan = try planner.run()
        let files = SwiftRenderer(plan: plan, components: components, options: options).files()
        let manifest = ManifestBuilder(
            plan: plan, families: planner.familiesByIndex, components: components, access: options.access
        ).manifest()
        return Output(
            files: files, manifest: manifest, findings: plan.findings,
            typeCount: plan.types.count { $0.module == nil },
            complexTypeCount: plan.types.count { $0.isComplexType })
    }

    static func digest(_ bytes: [UInt8]) -> String {
        SHA256Text.digest(bytes)
    }
}
