import CodeLists
import Findings

/// A list while the codes of one message are looked up in it.
final class CodedList {
    /// The look-up over the column of the codes.
    let lookup: CodeListLookup
    /// Which list it is.
    let id: CodeListID
    /// The column that the schema names for the codes.
    let column: String?
    private var seenRows: [Bool]
    private var seenCount = 0
    private var unknown: Set<String> = []
    private var faults: [String: Finding] = [:]

    init(_ lookup: CodeListLookup, column: String?) {
        self.lookup = lookup
        self.column = column
        id = lookup.list.id
        seenRows = Array(repeating: false, count: lookup.list.count)
    }

    /// How many different codes were looked up.
    var checkedCodes: Int { seenCount + unknown.count }

    /// The row of a code; nil when the list does not have it.
    func row(of code: String) -> Int? {
        guard let row = lookup[code] else {
            unknown.insert(code)
            return nil
        }
        if !seenRows[row] {
            seenRows[row] = true
            seenCount += 1
        }
        return row
    }

    /// The finding about a code that the list does not have, without its place. Made once: looking for the nearest codes
    /// goes through the whole list.
    func fault(of code: String) -> Finding {
        if let known = faults[code] { return known }
        let fault = CodeWording.unknownCode(code, lookup, at: Location())
        faults[code] = fault
        return fault
    }
}
