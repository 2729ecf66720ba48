import XMLCore

/// Makes links into the origin's portal links into the target's: addresses that stand alone, and those in `href` of HTML.
struct LinkRewriter {
    /// Scheme and authority of the origin's portal, such as `https://portal.example`; nil where none is known.
    private let origin: String?
    private let target: String

    init(package: LoadedPackage, profile: Portalprofil) {
        origin = package.manifest.herkunft.flatMap { Self.authority($0.adresse) }
        let address = profile.portal.adresse
        target = address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    /// Whether a file could hold a link into the origin's portal.
    func mayHaveLink(_ bytes: [UInt8]) -> Bool {
        guard let origin else { return false }
        return bytes.contains(subsequence: Array(origin.utf8))
    }

    /// Rewrites the links in elements, and in the attributes of these names.
    func rewrite(_ element: inout XMLTree.Element, attributes: Set<String> = []) {
        guard let origin, origin != target else { return }
        visit(&element, origin, attributes)
    }

    private func visit(_ element: inout XMLTree.Element, _ origin: String, _ attributes: Set<String>) {
        for index in element.attributes.indices where attributes.contains(element.attributes[index].name.local) {
            if let moved = moved(element.attributes[index].value[...], origin) {
                element.attributes[index].value = moved
            }
        }
        var hasElements = false
        element.updateElements { child in
            hasElements = true
            visit(&child, origin, attributes)
        }
        guard !hasElements else { return }
        if let moved = moved(element.text[...], origin) {
            element.setText(moved)
            return
        }
        guard element.text.contains(origin) else { return }
        element.children = element.children.map { node in
            switch node {
            case .text(let text): .text(rewrittenHTML(text, origin))
            case .cdata(let text): .cdata(rewrittenHTML(text, origin))
            default: node
            }
        }
    }

    /// The address in the target of one in the origin's portal; nil for others.
    private func moved(_ address: Substring, _ origin: String) -> String? {
        guard address.hasPrefix(origin) else { return nil }
        let rest = address.dropFirst(origin.count)
        guard rest.isEmpty || "/?#".contains(rest.first ?? "/") else { return nil }
        return target + rest
    }

    private func rewrittenHTML(_ text: String, _ origin: String) -> String {
        guard text.contains(origin) else { return text }
        var result = text
        for quote in ["\"", "'"] {
            let pieces = result.split(separator: "href=\(quote)", omittingEmptySubsequences: false)
            result = pieces.enumerated().map { index, piece in
                guard index > 0, let end = piece.firstIndex(of: Character(quote)) else { return String(piece) }
                return (moved(piece[..<end], origin) ?? String(piece[..<end])) + piece[end...]
            }.joined(separator: "href=\(quote)")
        }
        return result
    }

    /// Scheme and authority of an address.
    private static func authority(_ address: String) -> String? {
        guard ParameterTyp.isWebAddress(address), let start = address.range(of: "://") else { return nil }
        let rest = address[start.upperBound...]
        return String(address[..<start.upperBound] + rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}

extension [UInt8] {
    /// Whether the bytes hold others in a row.
    func contains(subsequence other: [UInt8]) -> Bool {
        guard let first = other.first else { return true }
        guard count >= other.count else { return false }
        return indices.dropLast(other.count - 1).contains { index in
            self[index] == first && self[index..<index + other.count].elementsEqual(other)
        }
    }
}
