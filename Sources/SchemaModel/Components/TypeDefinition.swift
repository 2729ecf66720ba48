import Findings
import XMLCore

/// The number of a type in its `SchemaComponents`.
public struct TypeID: Hashable, Sendable, Comparable {
    let index: Int

    /// Types are ordered as they were met.
    public static func < (left: TypeID, right: TypeID) -> Bool { left.index < right.index }
}

/// What a schema says about a component to people and programs.
public struct SchemaAnnotation: Hashable, Sendable {
    /// The texts of `xs:documentation`, trimmed, in their order.
    public var documentation: [String] = []
    /// The elements inside of `xs:appinfo`, in their order.
    public var appinfo: [XMLTree.Element] = []

    /// Whether there is nothing.
    public var isEmpty: Bool { documentation.isEmpty && appinfo.isEmpty }
}

/// A kind of derivation, as `block`, `final` and `xs:restriction`/`xs:extension` name it.
public enum Derivation: String, Sendable, Hashable, CaseIterable {
    case restriction, `extension`, substitution, list, union
}

/// A type definition: simple or complex, global or anonymous (XML Schema Part 1, 3.4 and 3.14).
public struct TypeDefinition: Sendable, Hashable {
    /// What sort of type it is.
    public enum Kind: Sendable, Hashable {
        case simple(SimpleType)
        case complex(ComplexType)
    }

    /// The name of a global type, nil for an anonymous one.
    public var name: XMLName?
    /// For an anonymous type: the element or attribute that it belongs to, when there is one.
    public var owner: XMLName?
    /// The type from which this one is derived; nil for `anyType` only.
    public var base: TypeID?
    /// How it is derived.
    public var derivation: Derivation
    /// Derivations that are forbidden.
    public var final: Set<Derivation>
    /// What sort of type it is.
    public var kind: Kind
    /// Documentation and metadata.
    public var annotation: SchemaAnnotation
    /// Where it is defined; without a file for built-in types.
    public var location: Location

    /// The simple type, if it is one.
    public var simple: SimpleType? {
        if case .simple(let type) = kind { type } else { nil }
    }

    /// The complex type, if it is one.
    public var complex: ComplexType? {
        if case .complex(let type) = kind { type } else { nil }
    }
}

/// A simple type: values without markup.
public struct SimpleType: Sendable, Hashable {
    /// How values are made up.
    public enum Variety: Sendable, Hashable {
        /// One value of a built-in type: the nearest one in the chain of derivations.
        case atomic(BuiltinType)
        /// Values of one type, separated by blanks.
        case list(item: TypeID)
        /// A value of one of several types, the first that fits.
        case union(members: [TypeID])
    }

    /// How values are made up.
    public var variety: Variety
    /// What this step of the derivation adds.
    public var ownFacets: Facets
    /// What holds after the whole chain of derivations.
    public var facets: Facets
}

/// The bounds that a simple type sets (XML Schema Part 2, 4.3).
public struct Facets: Sendable, Hashable {
    /// One allowed value.
    public struct Enumeration: Sendable, Hashable {
        /// The value as written, white space collapsed.
        public var value: String
        /// Documentation and metadata: XÖV code lists of type 1 carry their columns here.
        public var annotation: SchemaAnnotation
        /// Where it is written.
        public var location: Location
    }

    /// What happens to white space before a value is looked at.
    public enum WhiteSpace: String, Sendable, Hashable {
        case preserve, replace, collapse
    }

    /// The allowed values, or nil when they are not listed.
    public var enumeration: [Enumeration]?
    /// Every group must be met, by any one of its patterns.
    public var patterns: [[String]] = []
    /// The exact length, in characters, octets or list items.
    public var length: Int?
    /// The least length.
    public var minLength: Int?
    /// The greatest length.
    public var maxLength: Int?
    /// The least value, as written.
    public var minInclusive: String?
    /// The greatest value, as written.
    public var maxInclusive: String?
    /// The value that all are greater than, as written.
    public var minExclusive: String?
    /// The value that all are less than, as written.
    public var maxExclusive: String?
    /// The digits of a decimal number at the most.
    public var totalDigits: Int?
    /// The digits after the decimal point at the most.
    public var fractionDigits: Int?
    /// What happens to white space.
    public var whiteSpace: WhiteSpace?
    /// The names of facets that derived types may not change.
    public var fixed: Set<String> = []

    /// No bounds.
    public init() {}

    /// Whether nothing but white space is bound.
    public var isEmpty: Bool {
        var copy = self
        copy.whiteSpace = nil
        copy.fixed = []
        return copy == Facets()
    }

    /// These facets after a further step of derivation.
    public func restricted(by step: Facets) -> Facets {
        var result = self
        if let values = step.enumeration { result.enumeration = values }
        result.patterns += step.patterns
        result.length = step.length ?? length
        result.minLength = step.minLength ?? minLength
        result.maxLength = step.maxLength ?? maxLength
        if step.minInclusive != nil || step.minExclusive != nil {
            result.minInclusive = step.minInclusive
            result.minExclusive = step.minExclusive
        }
        if step.maxInclusive != nil || step.maxExclusive != nil {
            result.maxInclusive = step.maxInclusive
            result.maxExclusive = step.maxExclusive
        }
        result.totalDigits = step.totalDigits ?? totalDigits
        result.fractionDigits = step.fractionDigits ?? fractionDigits
        result.whiteSpace = step.whiteSpace ?? whiteSpace
        result.fixed.formUnion(step.fixed)
        return result
    }
}

/// A complex type: attributes and content.
public struct ComplexType: Sendable, Hashable {
    /// What stands between the tags.
    public enum Content: Sendable, Hashable {
        case empty
        /// A value of a simple type.
        case simple(TypeID)
        /// Child elements.
        case elements(Particle)
    }

    /// Whether only derived types may stand in documents.
    public var isAbstract: Bool
    /// Derivations that may not stand in for this type.
    public var block: Set<Derivation>
    /// Whether text may stand between child elements.
    public var isMixed: Bool
    /// The content, that of the base type included.
    public var content: Content
    /// The content that this step of the derivation names, without the base type's; nil when none.
    public var ownParticle: Particle?
    /// The attributes, those of the base type included, sorted as declared: the base type's first.
    public var attributes: [AttributeUse]
    /// Which further attributes are allowed.
    public var anyAttribute: Wildcard?
}
