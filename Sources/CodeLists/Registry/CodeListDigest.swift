import Archives

/// The digest of what a list says.
enum CodeListDigest {
    /// The digest of a list whatever its file looks like: white space, prefixes and comments outside of annotations do
    /// not count.
    static func ofContent(_ list: CodeList) throws(CodeListError) -> String {
        let writer = GenericodeWriter(options: GenericodeWriter.Options(indent: nil, keepsPresentation: false))
        return SHA256Text.digest(try writer.write(list))
    }
}
