/// What changed between two versions of a list, told by codes and names.
public struct CodeListDiff: Sendable, Hashable {
    /// A code with its name.
    public struct Item: Sendable, Hashable {
        /// The code.
        public var code: String
        /// The name; nil where there is none.
        public var name: String?
    }

    /// A code that kept its place and got another name.
    public struct Renaming: Sendable, Hashable {
        /// The code.
        public var code: String
        /// The name before.
        public var oldName: String?
        /// The name after.
        public var newName: String?
    }

    /// A name that stands under another code than before.
    public struct Move: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The code before.
        public var oldCode: String
        /// The code after.
        public var newCode: String
    }

    /// A code of which something beside the name changed.
    public struct Change: Sendable, Hashable {
        /// The code.
        public var code: String
        /// The column, by its id.
        public var column: String
        /// The value before; nil when undefined.
        public var oldValue: String?
        /// The value after; nil when undefined.
        public var newValue: String?
    }

    /// The codes that are new, without those to which a name moved.
    public var added: [Item] = []
    /// The codes that are gone, without those from which a name moved.
    public var removed: [Item] = []
    /// The codes with another name.
    public var renamed: [Renaming] = []
    /// The names under another code.
    public var moved: [Move] = []
    /// The other values that changed, for columns that both versions have.
    public var changed: [Change] = []
    /// The columns that are new, by their ids.
    public var addedColumns: [String] = []
    /// The columns that are gone, by their ids.
    public var removedColumns: [String] = []

    /// Whether nothing changed.
    public var isEmpty: Bool {
        added.isEmpty && removed.isEmpty && renamed.isEmpty && moved.isEmpty && changed.isEmpty
            && addedColumns.isEmpty && removedColumns.isEmpty
    }

    /// Compares two versions; everything is in the order of the newer list, what is gone in that of the older.
    ///
    /// A name counts as moved when its code is gone, and the one new code with that name is its only bearer.
    ///
    /// - Throws: `CodeListError` with code `missingKeyColumn` when a list has no code column.
    public init(from old: CodeList, to new: CodeList) throws(CodeListError) {
        let oldLookup = try CodeListLookup(old)
        let newLookup = try CodeListLookup(new)
        let oldIDs = old.columns.map(\.id)
        let newIDs = new.columns.map(\.id)
        addedColumns = newIDs.filter { !oldIDs.contains($0) }
        removedColumns = oldIDs.filter { !newIDs.contains($0) }
        let oldItems = Self.items(oldLookup)
        let newItems = Self.items(newLookup)
        var gone = oldItems.filter { !newLookup.contains($0.code) }
        var fresh = newItems.filter { !oldLookup.contains($0.code) }
        let goneByName = Dictionary(grouping: gone.filter { $0.name != nil }) { $0.name }
        let freshByName = Dictionary(grouping: fresh.filter { $0.name != nil }) { $0.name }
        for item in fresh {
            guard let name = item.name, let before = goneByName[name], before.count == 1,
                freshByName[name]?.count == 1
            else { continue }
            moved.append(Move(name: name, oldCode: before[0].code, newCode: item.code))
        }
        let movedFrom = Set(moved.map(\.oldCode))
        let movedTo = Set(moved.map(\.newCode))
        gone.removeAll { movedFrom.contains($0.code) }
        fresh.removeAll { movedTo.contains($0.code) }
        removed = gone
        added = fresh
        compareRows(oldLookup, newLookup, newItems)
    }

    private mutating func compareRows(_ old: CodeListLookup, _ new: CodeListLookup, _ items: [Item]) {
        let skipped = [new.column, new.list.nameColumn].compactMap { $0 }
        let shared = new.list.columns.enumerated().compactMap { index, column -> (new: Int, old: Int, id: String)? in
            guard !skipped.contains(index), let before = old.list.columnIndex(column.id), before != old.column else {
                return nil
            }
            return (index, before, column.id)
        }
        for item in items {
            guard let oldRow = old[item.code], let newRow = new[item.code] else { continue }
            let oldName = old.name(of: item.code)
            if oldName != item.name {
                renamed.append(Renaming(code: item.code, oldName: oldName, newName: item.name))
            }
            for column in shared {
                let before = old.list.rows?[oldRow, column.old].text
                let after = new.list.rows?[newRow, column.new].text
                guard before != after else { continue }
                changed.append(Change(code: item.code, column: column.id, oldValue: before, newValue: after))
            }
        }
    }

    private static func items(_ lookup: CodeListLookup) -> [Item] {
        guard let rows = lookup.list.rows else { return [] }
        return rows.indices.compactMap { row in
            guard let code = rows[row, lookup.column].text, lookup[code] == row else { return nil }
            return Item(code: code, name: lookup.name(of: code))
        }
    }
}
