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
        /// Names for schema components that differ from the rule: `Type.Name` or `Type.Name/element`, by local names.
        public var names: [String: String]
        /// Local names of enumerations that may grow: they accept values that the schema does not list.
        public var openEnumerations: Set<String>
        /// Whether every enumeration may grow.
        public var opensAllEnumerations: Bool
        /// The access level: `public` or `internal`.
        public var access: String
        /// The command line that is named in the header.
        public var commandLine: String

        /// Options from their parts.
        public init(
            messages: [String]? = nil, names: [String: String] = [:], openEnumerations: Set<String> = [],
            opensAllEnumerations: Bool = false, access: String = "public",
            commandLine: String = "xoev generate swift"
        ) {
            self.messages = messages
            self.names = names
            self.openEnumerations = openEnumerations
            self.opensAllEnumerations = opensAllEnumerations
            self.access = access
            self.commandLine = commandLine
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
        return Output(
            files: files, findings: plan.findings, typeCount: plan.types.count,
            complexTypeCount: plan.types.filter { $0.isComplexType }.count)
    }

    static func digest(_ bytes: [UInt8]) -> String {
        SHA256Text.digest(bytes)
    }
}

/// Why no code could be made.
public struct GeneratorError: Error, FindingConvertible, Sendable {
    /// All that is wrong.
    public var findings: [Finding]
    /// The first finding.
    public var finding: Finding { findings[0] }

    init(_ id: FindingID, _ message: Message, hint: Message? = nil) {
        findings = [Finding(id, .error, message, hint: hint)]
    }
}
