import Findings
import XMLCore

/// The number of an element declaration in its `SchemaComponents`.
public struct ElementID: Hashable, Sendable, Comparable {
    let index: Int

    /// Elements are ordered as they were met.
    public static func < (left: ElementID, right: ElementID) -> Bool { left.index < right.index }
}

/// An element declaration, global or local (XML Schema Part 1, 3.3).
public struct ElementDeclaration: Sendable, Hashable {
    /// The name as it stands in documents: `form` is taken into account.
    public var name: XMLName
    /// Whether it is declared at the top of a schema and so may be a root.
    public var isGlobal: Bool
    /// The type of its content.
    public var type: TypeID
    /// Whether `xsi:nil` is allowed.
    public var isNillable: Bool
    /// Whether only members of its substitution group may stand in documents.
    public var isAbstract: Bool
    /// The value that an empty element has.
    public var defaultValue: String?
    /// The only value that is allowed.
    public var fixedValue: String?
    /// What may not stand in for it.
    public var block: Set<Derivation>
    /// What may not join its substitution group.
    public var final: Set<Derivation>
    /// The head of the substitution group that it belongs to.
    public var substitutionHead: XMLName?
    /// What must be unique or refer to something below it.
    public var identityConstraints: [IdentityConstraint]
    /// Documentation and metadata.
    public var annotation: SchemaAnnotation
    /// Where it is declared.
    public var location: Location
}

/// `xs:unique`, `xs:key` or `xs:keyref` (XML Schema Part 1, 3.11).
public struct IdentityConstraint: Sendable, Hashable {
    /// The three sorts.
    public enum Kind: Sendable, Hashable {
        case unique, key
        case keyReference(to: XMLName)
    }

    /// The name.
    public var name: XMLName
    /// The sort.
    public var kind: Kind
    /// The path to what is constrained, as written.
    public var selector: String
    /// The paths to the values, as written.
    public var fields: [String]
    /// The prefixes in force, for the paths.
    public var namespaces: [String: String]
    /// Where it is defined.
    public var location: Location
}

/// The use of an attribute in a complex type or attribute group.
public struct AttributeUse: Sendable, Hashable {
    /// The name as it stands in documents: `form` is taken into account.
    public var name: XMLName
    /// The type of its value.
    public var type: TypeID
    /// Whether it must be there.
    public var isRequired: Bool
    /// Whether a restriction takes it away.
    public var isProhibited: Bool
    /// The value that it has when it is not there.
    public var defaultValue: String?
    /// The only value that is allowed.
    public var fixedValue: String?
    /// Documentation and metadata.
    public var annotation: SchemaAnnotation
    /// Where it is declared.
    public var location: Location
}

/// A named group of attributes (XML Schema Part 1, 3.6), groups inside of it included.
public struct AttributeGroup: Sendable, Hashable {
    /// The name.
    public var name: XMLName
    /// The attributes.
    public var attributes: [AttributeUse]
    /// Which further attributes are allowed.
    public var anyAttribute: Wildcard?
    /// Documentation and metadata.
    public var annotation: SchemaAnnotation
    /// Where it is defined.
    public var location: Location
}

/// A notation (XML Schema Part 1, 3.12): the name of a format outside of XML, for values of `xs:NOTATION`.
public struct NotationDeclaration: Sendable, Hashable {
    /// The name.
    public var name: XMLName
    /// The public identifier.
    public var publicID: String?
    /// The system identifier, a URI.
    public var systemID: String?
    /// Documentation and metadata.
    public var annotation: SchemaAnnotation
    /// Where it is declared.
    public var location: Location
}

/// A part of a content model with the number of times it may occur.
public struct Particle: Sendable, Hashable {
    /// What may occur.
    public indirect enum Term: Sendable, Hashable {
        case element(ElementID)
        case group(ModelGroup)
        case wildcard(Wildcard)
    }

    /// The least number of times.
    public var minimum: Int
    /// The greatest number of times, nil when it is unbounded.
    public var maximum: Int?
    /// What may occur.
    public var term: Term

    /// A particle from its parts.
    public init(minimum: Int = 1, maximum: Int? = 1, term: Term) {
        self.minimum = minimum
        self.maximum = maximum
        self.term = term
    }
}

/// A sequence, a choice, or elements in any order.
public struct ModelGroup: Sendable, Hashable {
    /// How the parts go together.
    public enum Compositor: String, Sendable, Hashable {
        case sequence, choice, all
    }

    /// How the parts go together.
    public var compositor: Compositor
    /// The parts in their order.
    public var particles: [Particle]
    /// The name of the group definition that it comes from, or nil.
    public var name: XMLName?
    /// Documentation and metadata.
    public var annotation: SchemaAnnotation
    /// Where it is written.
    public var location: Location
}

/// `xs:any` or `xs:anyAttribute`.
public struct Wildcard: Sendable, Hashable {
    /// Which namespaces are allowed.
    public enum Namespaces: Sendable, Hashable {
        case any
        /// Every namespace but this one, and not none.
        case other(than: String?)
        /// These; nil stands for none.
        case listed([String?])
    }

    /// How what is found is checked.
    public enum Processing: String, Sendable, Hashable {
        case strict, lax, skip
    }

    /// Which namespaces are allowed.
    public var namespaces: Namespaces
    /// How what is found is checked.
    public var processing: Processing
    /// Where it is written.
    public var location: Location

    /// Whether a name of this namespace is allowed.
    public func allows(_ namespace: String?) -> Bool {
        switch namespaces {
        case .any: true
        case .other(let own): namespace != nil && namespace != own
        case .listed(let names): names.contains(namespace)
        }
    }
}
