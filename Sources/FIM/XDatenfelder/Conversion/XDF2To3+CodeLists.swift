import CodeLists

extension XDF2To3.Options {
    /// Finds the entries of code lists in a registry: by URN and version, and for lists without a URN by the file that
    /// travels with a form of 2.0, `<id>_genericode.xml`.
    public mutating func findValues(in registry: CodeListRegistry) {
        values = { reference in
            let entry: CodeListEntry? =
                if let uri = reference.canonicalIdentification, !uri.isEmpty {
                    reference.version.map { registry.entry(CodeListID(uri: uri, version: $0)) }
                        ?? registry.newest(of: uri)
                } else {
                    registry.entries.first {
                        Self.fileName($0.origin) == reference.identifikation.id + "_genericode.xml"
                    }
                }
            guard let entry, let list = try? registry.list(entry.id) else { return nil }
            return XDF3.Wert.entries(of: list)
        }
    }

    private static func fileName(_ origin: CodeListEntry.Origin) -> String? {
        switch origin {
        case .file(let path), .archive(_, let path), .memory(let path):
            path.split(separator: "/").last.map(String.init)
        }
    }
}

extension XDF3.Wert {
    /// The entries of a list as values of a field: code, name, and the first further column as help. Nil for a list
    /// without codes.
    static func entries(of list: CodeList) -> [XDF3.Wert]? {
        guard let rows = list.rows, let code = list.codeColumn else { return nil }
        let help = list.columns.indices.first { $0 != code && $0 != list.nameColumn }
        let result = rows.indices.compactMap { row -> XDF3.Wert? in
            guard let text = rows[row, code].text else { return nil }
            let name = list.nameColumn.flatMap { rows[row, $0].text }
            return XDF3.Wert(code: text, name: name ?? text, hilfe: help.flatMap { rows[row, $0].text })
        }
        return result.isEmpty ? nil : result
    }
}
