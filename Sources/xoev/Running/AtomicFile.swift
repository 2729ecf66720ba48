import Archives

/// Files as commands write them: what is wrong is told in the words of the command line.
extension AtomicFile {
    /// Throws when the file could not be written anyway.
    func check() throws {
        if let obstacle { throw CLIError.unwritable(path, obstacle) }
    }

    /// Writes the text.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes the bytes.
    func write(_ bytes: [UInt8]) throws {
        if let failure = fill(bytes, flushing: false) { throw CLIError.unwritable(path, failure) }
    }
}
