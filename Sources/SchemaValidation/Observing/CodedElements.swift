import CXMLSchemas
import XMLCore

/// The elements of a schema that hold codes, as a table that tells them in the pass over a document at the cost of one
/// look-up per element. Made once, used by any number of tasks.
///
/// Unchecked: both pointers are constant, and what they point to is read-only once `init` is through.
public final class CodedElements: @unchecked Sendable {
    /// How elements of a type hold a code.
    public struct Holder: Sendable, Hashable {
        /// What `ObservedCode.holder` says.
        public var number: Int
        /// The child with the code.
        public var codeElement: XMLName
        /// The child with the name of the code, where there may be one.
        public var nameElement: XMLName?

        /// A holder from its parts.
        public init(number: Int, codeElement: XMLName, nameElement: XMLName? = nil) {
            self.number = number
            self.codeElement = codeElement
            self.nameElement = nameElement
        }
    }

    /// A type of elements.
    public struct ElementType: Sendable {
        /// The types of the children, as indices into the types; nil for a child below which there is no code.
        public var children: [XMLName: Int?]
        /// How elements of the type hold a code, where they do.
        public var holder: Holder?

        /// A type from its parts.
        public init(children: [XMLName: Int?], holder: Holder? = nil) {
            self.children = children
            self.holder = holder
        }
    }

    let automaton: OpaquePointer?
    private let names: OpaquePointer?

    /// The table of types. `globals` gives the type of each global element, `named` that of each global type (for
    /// `xsi:type`), as indices into `types`; nil where there is no code below.
    public init(_ types: [ElementType], globals: [XMLName: Int?], named: [XMLName: Int?]) {
        names = xss_names_new()
        guard let names, let automaton = xss_automaton_new(names) else {
            automaton = nil
            return
        }
        self.automaton = automaton
        func number(_ text: String) -> Int32 { xss_names_intern(names, text, text.utf8.count) }
        func space(_ name: XMLName) -> Int32 { name.namespace.map(number) ?? -1 }
        func state(_ index: Int?) -> Int32 {
            index.map { Int32(truncatingIfNeeded: $0) } ?? Int32(XSS_STATE_EMPTY)
        }
        for _ in types { xss_automaton_add_state(automaton) }
        for (index, type) in types.enumerated() {
            for (name, child) in type.children {
                xss_automaton_add_child(automaton, state(index), space(name), number(name.local), state(child))
            }
            guard let holder = type.holder else { continue }
            xss_automaton_set_code(
                automaton, state(index), Int32(truncatingIfNeeded: holder.number), space(holder.codeElement),
                number(holder.codeElement.local), holder.nameElement.map(space) ?? -1,
                holder.nameElement.map { number($0.local) } ?? -1)
        }
        for (name, index) in globals {
            xss_automaton_add_global_element(automaton, space(name), number(name.local), state(index))
        }
        for (name, index) in named {
            xss_automaton_add_type(automaton, space(name), number(name.local), state(index))
        }
    }

    deinit {
        xss_automaton_free(automaton)
        xss_names_free(names)
    }
}
