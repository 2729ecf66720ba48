import Findings
import XMLCore

/// What is said when there is no schema for a document.
enum SchemaWording {
    static func unknownNamespace(_ root: XMLName, nearest: [String]) -> Message {
        guard let namespace = root.namespace else {
            return Message(
                de: "Für „\(root.local)“ ohne Namensraum liegt kein Schema vor.",
                en: "There is no schema for “\(root.local)” in no namespace.")
        }
        return Message(
            de: "Für den Namensraum „\(namespace)“ liegt kein Schema vor.",
            en: "There is no schema for the namespace “\(namespace)”.")
    }

    static func unknownNamespaceHint(nearest: [String]) -> Message? {
        guard !nearest.isEmpty else { return nil }
        let list = nearest.joined(separator: ", ")
        return Message(de: "Am nächsten kommen: \(list)", en: "Nearest are: \(list)")
    }
}
