import Findings
import Foundation
import XMLCore

/// An OASIS XML catalog (XML Catalogs 1.1), as far as it maps schema locations: `uri`, `system`, `rewriteURI`,
/// `rewriteSystem`, `uriSuffix`, `systemSuffix`, `group`, `nextCatalog` and `xml:base`. Nothing is fetched: a mapping that
/// leads to the network is no mapping.
public struct XMLCatalog: Sendable, Hashable {
    private static let namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
    private static let maxCatalogs = 100

    private var exact: [String: String] = [:]
    private var prefixPairs: [Pair] = []
    private var suffixPairs: [Pair] = []

    private struct Pair: Hashable {
        var name: String
        var target: String
    }

    /// A catalog without entries.
    public init() {}

    /// Reads catalogs and the catalogs they name next, in their order: the first entry that matches counts.
    ///
    /// - Throws: `XMLError` when a catalog cannot be read or is not XML.
    public init(paths: [String]) throws(XMLError) {
        var waiting = paths
        var known = Set<String>()
        while !waiting.isEmpty, known.count < Self.maxCatalogs {
            let path = waiting.removeFirst()
            guard known.insert(DocumentKey.normalized(path)).inserted else { continue }
            waiting += try read(path)
        }
    }

    /// The file for a location, or nil. Exact entries come first, then the longest prefix, then the longest suffix
    /// (XML Catalogs 1.1, 7.2.2).
    public func path(for location: String) -> String? {
        if let target = exact[location] { return Self.file(target) }
        if let best = prefixPairs.filter({ location.hasPrefix($0.name) }).max(by: { $0.name.count < $1.name.count }) {
            return Self.file(best.target + location.dropFirst(best.name.count))
        }
        if let best = suffixPairs.filter({ location.hasSuffix($0.name) }).max(by: { $0.name.count < $1.name.count }) {
            return Self.file(best.target)
        }
        return nil
    }

    private static func file(_ target: String) -> String? {
        if target.hasPrefix("file:") {
            let rest = target.dropFirst("file:".count)
            let path = rest.hasPrefix("///") ? rest.dropFirst(2) : rest
            return DocumentKey.normalized(String(path).removingPercentEncoding ?? String(path))
        }
        guard !target.hasScheme else { return nil }
        return DocumentKey.normalized(target.removingPercentEncoding ?? target)
    }

    private mutating func read(_ path: String) throws(XMLError) -> [String] {
        var next: [String] = []
        var bases = [path]
        var reader = try XMLEventReader(.file(path), limits: .schema)
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                let outer = bases.last ?? path
                let base = start[XMLName("base", in: XMLName.xmlNamespace)].map { Self.join($0, to: outer) } ?? outer
                bases.append(base)
                guard start.name.namespace == Self.namespace else { continue }
                take(start, base: base, next: &next)
            case .endElement: bases.removeLast()
            default: break
            }
        }
        return next
    }

    private mutating func take(_ start: XMLStartElement, base: String, next: inout [String]) {
        func target(_ attribute: String) -> String? { start[attribute].map { Self.join($0, to: base) } }
        switch start.name.local {
        case "uri":
            if let name = start["name"], let target = target("uri"), exact[name] == nil { exact[name] = target }
        case "system":
            if let name = start["systemId"], let target = target("uri"), exact[name] == nil { exact[name] = target }
        case "rewriteURI":
            if let name = start["uriStartString"], let target = target("rewritePrefix") {
                prefixPairs.append(Pair(name: name, target: target))
            }
        case "rewriteSystem":
            if let name = start["systemIdStartString"], let target = target("rewritePrefix") {
                prefixPairs.append(Pair(name: name, target: target))
            }
        case "uriSuffix":
            if let name = start["uriSuffix"], let target = target("uri") {
                suffixPairs.append(Pair(name: name, target: target))
            }
        case "systemSuffix":
            if let name = start["systemIdSuffix"], let target = target("uri") {
                suffixPairs.append(Pair(name: name, target: target))
            }
        case "nextCatalog":
            if let target = target("catalog"), let file = Self.file(target) { next.append(file) }
        default: break
        }
    }

    /// A reference made absolute against a base: a folder when it ends in a slash, else the folder of a file.
    private static func join(_ reference: String, to base: String) -> String {
        if reference.hasScheme || reference.hasPrefix("/") { return reference }
        guard let slash = base.lastIndex(of: "/") else { return reference }
        let folder = base[...slash]
        return String(folder) + reference
    }
}

extension String {
    /// Whether this begins with a URI scheme such as `http:` (RFC 3986, 3.1).
    var hasScheme: Bool {
        guard let colon = firstIndex(of: ":"), let first = unicodeScalars.first, first.properties.isAlphabetic else {
            return false
        }
        return self[..<colon].unicodeScalars.allSatisfy {
            $0.isASCII
                && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "+" || $0 == "-" || $0 == ".")
        }
    }
}
