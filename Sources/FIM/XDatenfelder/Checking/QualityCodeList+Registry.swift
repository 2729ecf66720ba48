import CodeLists

extension QualityCodeList {
    /// The list that a form refers to, from a registry; of no version the newest. Nil where it is not at hand or has no
    /// codes.
    public init?(_ reference: XDF3.CodelisteReferenz, in registry: CodeListRegistry) {
        let uri = reference.canonicalIdentification
        let entry =
            if let version = reference.version {
                registry.entry(CodeListID(uri: uri, version: version))
            } else {
                registry.newest(of: uri)
            }
        guard let entry, let list = try? registry.list(entry.id), let rows = list.rows, let code = list.codeColumn
        else { return nil }
        self.init(
            rows: rows.indices.compactMap { row in
                guard let text = rows[row, code].text else { return nil }
                return Row(code: text, name: list.nameColumn.flatMap { rows[row, $0].text })
            },
            columns: list.columns.map(\.id))
    }
}
