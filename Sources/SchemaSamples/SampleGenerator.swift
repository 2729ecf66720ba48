import CodeLists
import Findings
import SchemaModel
import XMLCore

/// Makes valid sample messages from any schemas.
///
///     let components = try SchemaLoader().loadComponents([.file("xwasser.xsd")])
///     let generator = try SampleGenerator(components, message: "vorgang.transportieren.2010")
///     let message = try generator.sample(seed: 1).serialized(SampleGenerator.layout)
///
/// The same seed gives the same message on every machine. What the schema asks for is met: facets and patterns, choices,
/// substitution groups, `xsi:type` for abstract types, keys and references, `xs:ID` and `xs:IDREF`, recursive types, which
/// end. Codes come from lists where they are at hand (XÖV code types 1 to 4).
public struct SampleGenerator: Sendable {
    /// How samples are made.
    public struct Options: Sendable {
        /// How much of what may be left out is there.
        public enum Extent: Sendable, Hashable, CaseIterable {
            /// Nothing that may be left out.
            case minimal
            /// Some of it, as the seed says.
            case mixed
            /// All of it, as far as choices allow, each type at its first use.
            case full
        }

        /// How much of what may be left out is there.
        public var extent: Extent
        /// The lists from which codes are taken.
        public var lists: CodeListRegistry
        /// After how many elements only what must be there is added.
        public var maxElements: Int
        /// Below how many levels only what must be there is added.
        public var maxDepth: Int

        /// Options from their parts.
        public init(
            extent: Extent = .mixed, lists: CodeListRegistry = CodeListRegistry(), maxElements: Int = 2_000,
            maxDepth: Int = 24
        ) {
            self.extent = extent
            self.lists = lists
            self.maxElements = maxElements
            self.maxDepth = maxDepth
        }
    }

    /// How samples are best written: indented by two.
    public static let layout = XMLWriterOptions(indent: 2)

    private let plan: SamplePlan
    private let options: Options

    /// The name of the message's root element.
    public let message: XMLName

    /// A generator for a message: a root element by its local name or as `{namespace}name`.
    ///
    /// - Throws: `SampleError`: `messageNotFound`, `ambiguousMessage`, or `impossible` when the schema allows no instance.
    public init(
        _ components: SchemaComponents, message: String, options: Options = Options()
    ) throws(SampleError) {
        let root = try Self.root(message, in: components)
        plan = SamplePlan(components, root: root)
        self.options = options
        self.message = components[root].name
        if plan.cost(root) >= SamplePlan.impossible { throw plan.obstacle() }
    }

    /// A sample for a seed.
    ///
    /// - Throws: `SampleError`: `unsatisfied` when no values were found that meet an identity constraint.
    public func sample(seed: UInt64) throws(SampleError) -> XMLTree {
        var lastError: SampleError?
        // What an attempt leaves unsatisfied another one may not meet; the last ones leave out all they can.
        var avoided = Set<ElementID>()
        var attempt = 0
        while attempt < 12 {
            var options = options
            if attempt >= 8 { options.extent = .minimal }
            let salt = message.description + (attempt == 0 ? "" : "#\(attempt)")
            let builder = SampleBuilder(
                plan, options: options, random: SampleRandom(seed: seed, salt: salt), needsTargets: attempt > 0,
                avoided: avoided)
            do throws(SampleError) {
                return try builder.build()
            } catch {
                lastError = error
            }
            // The same once more without what no document may have here.
            if let obstacle = builder.obstacle, avoided.insert(obstacle).inserted { continue }
            attempt += 1
        }
        throw lastError ?? plan.obstacle()
    }

    private static func root(_ message: String, in components: SchemaComponents) throws(SampleError) -> ElementID {
        let roots = components.rootElements
        let entries = roots.filter { components[$0].name.local == message }
        let all = components.elementsByName.values.filter {
            let element = components[$0]
            return !element.isAbstract && (element.name.local == message || element.name.description == message)
        }
        let found = entries.isEmpty ? all.sorted { components[$0].name < components[$1].name } : entries
        if let only = found.first, found.count == 1 { return only }
        if found.count > 1 {
            throw ambiguous(message, among: found.map { components[$0].name })
        }
        throw notFound(message, among: roots.map { components[$0].name.local })
    }

    /// The error for a message that several namespaces have.
    public static func ambiguous(_ message: String, among names: [XMLName]) -> SampleError {
        let names = names.map(\.description).joined(separator: ", ")
        return SampleError(
            .ambiguousMessage,
            Message(
                de: "„\(message)“ gibt es in mehreren Namensräumen.",
                en: "There is a “\(message)” in several namespaces."),
            hint: Message(de: "Nennen Sie eine: \(names)", en: "Name one: \(names)"))
    }

    /// The error for a message that is not among the names.
    public static func notFound(_ message: String, among names: [String]) -> SampleError {
        let known = Set(names).sorted()
        let near = NearestWords.nearest(to: message, among: known, count: 3).joined(separator: ", ")
        return SampleError(
            .messageNotFound,
            Message(
                de: "Die Schemas haben keine Nachricht „\(message)“.", en: "The schemas have no message “\(message)”."),
            hint: known.isEmpty
                ? nil : Message(de: "Am nächsten kommen: \(near)", en: "The nearest ones are: \(near)"))
    }
}
