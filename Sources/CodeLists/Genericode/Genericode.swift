/// The names of OASIS genericode.
enum Genericode {
    /// The namespace of genericode 1.0.
    static let namespace10 = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"
    /// The namespace of genericode 0.4.
    static let namespace04 = "http://genericode.org/2006/ns/CodeList/0.4/"

    /// Whether a namespace is one under which code lists are known; old lists of FIM have none.
    static func isKnown(_ namespace: String?) -> Bool {
        namespace == nil || namespace == namespace10 || namespace == namespace04
    }
}
