import Foundation

/// What is made once for a type, by its identity.
final class XMLKnownTables<Table: Sendable>: @unchecked Sendable {
    // Unchecked: everything is reached under the lock only.
    private let lock = NSLock()
    private var tables: [ObjectIdentifier: Table] = [:]

    func find(_ type: ObjectIdentifier, _ make: () -> Table) -> Table {
        lock.lock()
        defer { lock.unlock() }
        if let known = tables[type] { return known }
        let table = make()
        tables[type] = table
        return table
    }
}
