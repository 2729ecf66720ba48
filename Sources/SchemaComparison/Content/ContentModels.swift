import SchemaModel
import XMLCore

/// The content models of a type in both versions, as languages that can be compared.
struct ContentModels {
    /// Beyond this many occurrences models are compared as if there were no bound: the bounds are compared on their own.
    static let countedTimes = 24

    private let old: SchemaComponents
    private let new: SchemaComponents
    private let names: NamespaceMap
    private var language = ContentLanguage()
    private var letters: [ContentLanguage.Letter] = []
    /// Elements of the old version whose names changed in another way than the namespace did.
    private let otherNames: [XMLName: XMLName]

    /// Elements whose absence is of no interest: removed ones are taken out, added ones may be missing.
    struct Projection {
        var removed = Set<XMLName>()
        var added = Set<XMLName>()
    }

    /// Whether each version allows what the other one does.
    struct Comparison {
        var forth: ContentLanguage.Verdict
        var back: ContentLanguage.Verdict
        /// Whether the new version allows nothing at all.
        var isImpossible: Bool
    }

    init(old: SchemaComponents, new: SchemaComponents, names: NamespaceMap, otherNames: [XMLName: XMLName]) {
        self.old = old
        self.new = new
        self.names = names
        self.otherNames = otherNames
    }

    /// Whether each version allows all that the other one does.
    mutating func compare(
        _ left: Particle?, _ right: Particle?, _ projection: Projection = Projection()
    ) -> Comparison {
        var wildcards: [Wildcard] = []
        letters = []
        let first = expression(left, isOld: true, projection, &wildcards)
        let second = expression(right, isOld: false, projection, &wildcards)
        if !wildcards.isEmpty {
            var namespaces: [String?] = [nil, "urn:example:fremd"]
            for wildcard in wildcards {
                switch wildcard.namespaces {
                case .any: break
                case .other(let own): namespaces.append(own)
                case .listed(let listed): namespaces += listed
                }
            }
            var seen = Set<String?>()
            letters += namespaces.filter { seen.insert($0).inserted }.map { .other($0) }
        }
        var unique = Set<ContentLanguage.Letter>()
        letters = letters.filter { unique.insert($0).inserted }
        return Comparison(
            forth: language.isIncluded(first, in: second, letters: letters),
            back: language.isIncluded(second, in: first, letters: letters),
            isImpossible: second == ContentLanguage.nothing)
    }

    private mutating func expression(
        _ particle: Particle?, isOld: Bool, _ projection: Projection, _ wildcards: inout [Wildcard]
    ) -> Int {
        guard let particle else { return ContentLanguage.empty }
        let components = isOld ? old : new
        let inner: Int
        switch particle.term {
        case .element(let id):
            var parts: [Int] = []
            for member in components.standIns(for: id) {
                parts.append(symbol(components[member].name, isOld: isOld, projection))
            }
            inner = language.choice(parts)
        case .wildcard(let wildcard):
            let wildcard = isOld ? names.new(wildcard) : wildcard
            wildcards.append(wildcard)
            inner = language.symbol(.wildcard(wildcard.namespaces))
        case .group(let group):
            var parts: [Int] = []
            for part in group.particles { parts.append(expression(part, isOld: isOld, projection, &wildcards)) }
            switch group.compositor {
            case .sequence:
                var whole = ContentLanguage.empty
                for part in parts.reversed() { whole = language.sequence(part, whole) }
                inner = whole
            case .choice: inner = language.choice(parts)
            case .all: inner = language.all(parts)
            }
        }
        let most = particle.maximum.flatMap { $0 > Self.countedTimes ? nil : $0 }
        return language.repeated(inner, min(particle.minimum, Self.countedTimes), most)
    }

    private mutating func symbol(_ name: XMLName, isOld: Bool, _ projection: Projection) -> Int {
        let name = isOld ? otherNames[name] ?? names.new(name) : name
        if isOld, projection.removed.contains(name) { return ContentLanguage.empty }
        letters.append(.name(name))
        let symbol = language.symbol(.name(name))
        return !isOld && projection.added.contains(name) ? language.choice([symbol, ContentLanguage.empty]) : symbol
    }
}
