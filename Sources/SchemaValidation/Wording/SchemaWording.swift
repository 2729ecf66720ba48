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
        let list = nearest.joined(separator: ", ")
        let known = nearest.isEmpty ? ("", "") : (" Am nächsten kommen: \(list)", " Nearest are: \(list)")
        return Message(
            de: "Nennen Sie das Schema mit --schema, oder legen Sie es mit „xoev schemas add“ ab.\(known.0)",
            en: "Name the schema with --schema, or store it with “xoev schemas add”.\(known.1)")
    }
}
