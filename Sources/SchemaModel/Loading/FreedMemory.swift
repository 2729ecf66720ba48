import CXMLSchemas

/// What becomes of memory that was freed. For programs that check documents and end, not for libraries within others.
package enum FreedMemory {
    /// Keeps it for the next who asks (glibc only). Schemas are read and compiled in blocks of some 100 kB; to give each of
    /// them back to the kernel and to get new pages takes a twentieth of the time of a small check.
    package static func keep() { xss_keep_freed_memory() }
}
