import SchemaModel

/// The project's own schemas for XZuFi 2.2.0 and XDatenfelder 2.0 and 3.0.0, built into the program.
///
/// They are reconstructed from what was observed and are not the official ones: `Schemas/xzufi/README.md` and
/// `Schemas/xdatenfelder/README.md` tell how sure each part is. An official set, where there is one, takes precedence:
/// name it before this one.
public enum FIMSchemas {
    /// The schemas as a source for a `SchemaLoader` or `SchemaCatalogue`.
    public static let source = SchemaSource.memory(documents, name: "builtin")

    /// The schema documents by their path below `Schemas/`.
    static let documents: [String: [UInt8]] = Dictionary(
        uniqueKeysWithValues: EmbeddedFIMSchemas.files.map { ($0.path, Array($0.text.utf8)) })
}
