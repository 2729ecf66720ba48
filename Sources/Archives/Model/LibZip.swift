import CLibZip
import Findings

/// libzip, loaded when the first archive is met.
enum LibZip {
    private static let loaded: libzip? = {
        // Zeroed memory is what C fills in; no field is read before all are there.
        let memory = UnsafeMutablePointer<libzip>.allocate(capacity: 1)
        defer { memory.deallocate() }
        return libzip_load(memory) == 0 ? memory.pointee : nil
    }()

    /// The functions of the library.
    ///
    /// - Throws: `ArchiveError` `.system` when the library is not on the machine.
    static func functions(for location: Location) throws(ArchiveError) -> libzip {
        if let loaded { return loaded }
        throw ArchiveError(
            .system, at: location,
            Message(
                de: "Für ZIP-Archive fehlt die Bibliothek libzip.",
                en: "The library libzip, which ZIP archives need, is missing."),
            hint: Message(
                de:
                    "Installieren Sie sie: apt install libzip4 (Debian 12), libzip4t64 (Ubuntu 24.04), brew install libzip.",
                en: "Install it: apt install libzip4 (Debian 12), libzip4t64 (Ubuntu 24.04), brew install libzip."))
    }
}
