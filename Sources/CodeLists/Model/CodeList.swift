import XMLCore

/// A code list in one version: a table of codes with their names and whatever else belongs to them (OASIS genericode
/// 1.0, `CodeList`; XÖV-Codelisten-Handbuch 1.2).
public struct CodeList: Sendable {
    /// How the document was written that the list was read from. Not part of equality.
    public struct Presentation: Sendable, Hashable {
        /// The namespace declarations of the root.
        public var namespaces: [XMLNamespaceDeclaration]
        /// The attributes of the root, such as `xsi:schemaLocation`.
        public var attributes: [XMLAttribute]
        /// The comments outside of annotations, in their order.
        public var comments: [String]

        /// A presentation from its parts.
        public init(
            namespaces: [XMLNamespaceDeclaration] = [], attributes: [XMLAttribute] = [], comments: [String] = []
        ) {
            self.namespaces = namespaces
            self.attributes = attributes
            self.comments = comments
        }
    }

    /// The annotation of the list; XÖV keeps its metadata here.
    public var annotation: CodeListAnnotation?
    /// Names, version, URIs, agency.
    public var identification: CodeListIdentification
    /// The library of the columns' data types, where the list names one.
    public var datatypeLibrary: String?
    /// The columns; at least one, unless `columnSetReference` says where they are.
    public var columns: [CodeListColumn]
    /// The keys.
    public var keys: [CodeListKey]
    /// Where the columns are defined, if that is another document.
    public var columnSetReference: CodeListReference?
    /// The rows; nil when the document only defines columns (genericode leaves that open).
    public var rows: CodeListRows?
    /// The annotation of the table of rows.
    public var rowsAnnotation: CodeListAnnotation?
    /// How the document was written.
    public var presentation: Presentation

    /// A list from its parts.
    public init(
        identification: CodeListIdentification, annotation: CodeListAnnotation? = nil, columns: [CodeListColumn],
        keys: [CodeListKey], rows: CodeListRows?
    ) {
        self.identification = identification
        self.annotation = annotation
        self.columns = columns
        self.keys = keys
        self.rows = rows
        presentation = Presentation()
    }

    /// The metadata of XÖV; nil for a list that is none of XÖV. Setting it replaces the annotation's descriptions.
    public var metadata: XOEVAnnotation? {
        get { annotation.flatMap { XOEVAnnotation($0) } }
        set {
            var changed = annotation ?? CodeListAnnotation()
            changed.descriptions = newValue?.annotation.descriptions ?? []
            annotation = changed.descriptions.isEmpty && changed.appInfo == nil ? nil : changed
        }
    }

    /// The first day on which the version is in force: what the metadata say, else the version where that is a date.
    public var validFrom: CalendarDate? { metadata?.validFrom ?? CalendarDate(identification.version) }

    /// Which list in which version this is.
    public var id: CodeListID {
        CodeListID(uri: identification.canonicalURI, version: identification.version)
    }

    /// The number of rows.
    public var count: Int { rows?.count ?? 0 }

    /// The index of a column by its id.
    public func columnIndex(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

    /// The index of the column whose values are the codes: that of the key that XÖV recommends, else of the first key
    /// with one column that is not marked as the names; nil when there is none.
    public var codeColumn: Int? {
        let candidates = keys.filter { $0.columns.count == 1 && !$0.isCodeName }
        let key = candidates.first { $0.isRecommendedCode } ?? candidates.first
        return key.flatMap { columnIndex($0.columns[0].columnID) }
    }

    /// The index of the column whose values are the names of the codes: that which generation 1 marks (`xoev-codename`),
    /// else the first column beside the code column that is required and holds text, else the first beside it.
    public var nameColumn: Int? {
        if let marked = keys.first(where: { $0.isCodeName && $0.columns.count == 1 }) {
            return columnIndex(marked.columns[0].columnID)
        }
        let others = columns.indices.filter { $0 != codeColumn }
        return others.first { columns[$0].use == .required } ?? others.first
    }

    /// The text of a cell; nil when the value is undefined or there is no such row or column.
    public func value(row: Int, column id: String) -> String? {
        guard let rows, rows.indices.contains(row), let column = columnIndex(id) else { return nil }
        return rows[row, column].text
    }
}

extension CodeList: Hashable {
    /// Whether both have the same content; how it was written does not matter.
    public static func == (left: CodeList, right: CodeList) -> Bool {
        left.identification == right.identification && left.annotation == right.annotation
            && left.datatypeLibrary == right.datatypeLibrary && left.columns == right.columns
            && left.keys == right.keys && left.columnSetReference == right.columnSetReference
            && left.rowsAnnotation == right.rowsAnnotation && left.rows == right.rows
    }

    /// Feeds what equality looks at into the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(identification)
        hasher.combine(columns)
        hasher.combine(rows)
    }
}

/// Which list in which version: what identifies a code list in messages (`listURI` and `listVersionID`).
public struct CodeListID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The canonical URI.
    public var uri: String
    /// The version.
    public var version: String

    /// An identity from its parts.
    public init(uri: String, version: String) {
        self.uri = uri
        self.version = version
    }

    /// The form of XÖV: URI, `_`, version.
    public var description: String { uri + "_" + version }

    /// By URI, then by version in the order of `CodeListVersion`.
    public static func < (left: CodeListID, right: CodeListID) -> Bool {
        if left.uri != right.uri { return left.uri < right.uri }
        return CodeListVersion.isBefore(left.version, right.version)
    }
}

/// The order of version texts: dates and numbers by value, part by part (`9` before `10`, `2.9` before `2.10`,
/// `2021-02-18` before `2021-02-19`), the rest by text.
public enum CodeListVersion {
    /// Whether the left version comes before the right one.
    public static func isBefore(_ left: String, _ right: String) -> Bool {
        let leftParts = parts(left)
        let rightParts = parts(right)
        for (a, b) in zip(leftParts, rightParts) where a != b {
            // A long run of digits is compared by length, then text, so that no number overflows.
            if a.isNumber && b.isNumber {
                if a.significant.count != b.significant.count { return a.significant.count < b.significant.count }
                if a.significant != b.significant { return a.significant < b.significant }
            } else if a.isNumber != b.isNumber {
                return a.isNumber
            }
            return a.text < b.text
        }
        if leftParts.count != rightParts.count { return leftParts.count < rightParts.count }
        return left < right
    }

    private struct Part: Equatable {
        var text: Substring
        var isNumber: Bool
        var significant: Substring { text.drop { $0 == "0" } }
    }

    private static func parts(_ version: String) -> [Part] {
        var result: [Part] = []
        var rest = version[...]
        func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
        while let first = rest.first {
            guard first.isLetter || isDigit(first) else {
                rest.removeFirst()
                continue
            }
            let digits = isDigit(first)
            let run = rest.prefix { isDigit($0) == digits && ($0.isLetter || isDigit($0)) }
            result.append(Part(text: run, isNumber: digits))
            rest = rest.dropFirst(run.count)
        }
        return result
    }
}
