import Findings
import XMLCore

/// Reads documents into generated types.
///
///     let nachricht = try XMLValueDecoder().decode(VorgangUebermitteln0201.self, from: .file("nachricht.xml")).value
///
/// What a type cannot hold is refused. Identity constraints (`xs:key`, `xs:unique`, `xs:keyref`), `xs:ID` and
/// `xs:IDREF` are the validator's (`SchemaValidation`).
public struct XMLValueDecoder: Sendable {
    /// How documents are read.
    public struct Options: Sendable, Hashable {
        /// Unknown elements and attributes, text where none belongs, and values that differ from a fixed one are kept
        /// or told as warnings instead of ending the reading.
        public var isLenient: Bool
        /// What a document may ask of the reader.
        public var limits: XMLLimits

        /// Strict, with the limits for messages.
        public init(isLenient: Bool = false, limits: XMLLimits = .standard) {
            self.isLenient = isLenient
            self.limits = limits
        }
    }

    /// What was read.
    public struct Result<Value: Sendable>: Sendable {
        /// The value.
        public var value: Value
        /// The root element's name.
        public var root: XMLName
        /// What a lenient decoder passed over; empty for a strict one.
        public var warnings: [Finding]
        /// The elements that no type has a place for; empty for a strict decoder.
        public var unknown: [XMLTree.Element]
    }

    private let options: Options

    /// A decoder.
    public init(_ options: Options = Options()) { self.options = options }

    /// Reads a whole document.
    ///
    /// - Throws: `XMLBindingError` with line, column and element path of the first fault.
    public func decode<T: XMLComplex>(
        _ type: T.Type, from source: XMLSource
    ) throws(XMLBindingError) -> Result<T> {
        try document(type, T.rootNames, source)
    }

    /// Reads a whole document whose root may say by `xsi:type` which of several types it is.
    ///
    /// - Throws: `XMLBindingError` with line, column and element path of the first fault.
    public func decode<T: XMLVariants>(
        _ type: T.Type, from source: XMLSource
    ) throws(XMLBindingError) -> Result<T> {
        let declared = T.xml.layout.variants.first { $0.isDeclared }
        return try document(type, (declared?.content as? any XMLComplex.Type)?.rootNames ?? [], source)
    }

    private func document<T: XMLContent>(
        _ type: T.Type, _ rootNames: [XMLName], _ source: XMLSource
    ) throws(XMLBindingError) -> Result<T> {
        do {
            let decoder = try XMLContentDecoder(source, limits: options.limits, lenient: options.isLenient)
            guard let root = try decoder.advanceToStart() else {
                throw XMLBindingError(
                    .missingElement, Message(de: "Das Dokument ist leer.", en: "The document is empty."))
            }
            guard rootNames.isEmpty || rootNames.contains(root) else {
                let names = rootNames.map(\.local).joined(separator: ", ")
                throw decoder.error(
                    .unexpectedRoot, de: "Das Wurzelelement ist „\(root)“.", en: "The root element is “\(root)”.",
                    hint: Message(de: "Erwartet: \(names)", en: "Expected: \(names)"))
            }
            // Whether a root may be without a value, its type does not know; that it has one is no fault.
            decoder.nilIsHandled = decoder.schemaInstance("nil").flatMap { Bool(xmlBytes: $0) } == false
            let value: T = try Self.content(decoder)
            try decoder.finish()
            return Result(value: value, root: root, warnings: decoder.warnings, unknown: decoder.unknown)
        } catch {
            throw Self.placed(error, source, options.limits)
        }
    }

    /// Reads the records of a document one by one: each element of a name, wherever it stands outside of another record.
    /// Memory does not grow with the document.
    ///
    /// - Parameters:
    ///   - element: The name of the record element.
    ///   - body: Takes each record; what it throws ends the reading.
    /// - Returns: The number of records.
    @discardableResult
    public func decodeRecords<T: XMLComplex>(
        _ type: T.Type, named element: XMLName, from source: XMLSource, _ body: (T) throws -> Void
    ) throws -> Int {
        var count = 0
        let decoder: XMLContentDecoder
        do {
            decoder = try XMLContentDecoder(source, limits: options.limits, lenient: options.isLenient)
        } catch {
            throw Self.placed(error, source, options.limits)
        }
        while true {
            let record: T
            do {
                guard try decoder.advanceToStart(of: element) != nil else { return count }
                record = try Self.content(decoder)
            } catch {
                throw Self.placed(error, source, options.limits)
            }
            count += 1
            decoder.forgetPassedOver()
            try body(record)
        }
    }

    static func content<T: XMLContent>(_ decoder: XMLContentDecoder) throws -> T {
        let memory = UnsafeMutablePointer<T>.allocate(capacity: 1)
        defer { memory.deallocate() }
        try T.decodeContent(decoder, into: memory)
        return memory.move()
    }

    /// An error with the path to the element it is about. The path is found by reading again, so that it costs nothing
    /// where there is no error.
    private static func placed(_ error: any Error, _ source: XMLSource, _ limits: XMLLimits) -> XMLBindingError {
        if let error = error as? XMLError { return XMLBindingError(error) }
        guard var error = error as? XMLBindingError else {
            return XMLBindingError(.badValue, Message(de: "\("\(error)")", en: "\("\(error)")"))
        }
        if source.isRepeatable, let line = error.location.line, let column = error.location.column {
            error.location.path = path(to: XMLPosition(line: line, column: column), in: source, limits)
        }
        return error
    }

    /// The path of the element that is open where a text breaks off.
    static func path(toEndOf text: [UInt8]) -> String? { path(to: nil, in: .bytes(text), .standard) }

    /// The path of the element whose start tag lies at a position; without one, of that which is open at the end.
    private static func path(to position: XMLPosition?, in source: XMLSource, _ limits: XMLLimits) -> String? {
        func joined(_ steps: [(text: String, counts: [XMLName: Int])]) -> String {
            "/" + steps.map(\.text).joined(separator: "/")
        }
        var steps: [(text: String, counts: [XMLName: Int])] = []
        do {
            var reader = try XMLEventReader(source, limits: limits)
            while let event = try reader.next() {
                switch event {
                case .startElement(let start):
                    var text = start.name.local
                    if let last = steps.indices.last {
                        let index = (steps[last].counts[start.name] ?? 0) + 1
                        steps[last].counts[start.name] = index
                        text += "[\(index)]"
                    }
                    steps.append((text, [:]))
                    if start.position == position { return joined(steps) }
                case .endElement: _ = steps.popLast()
                default: break
                }
            }
        } catch {
            // The document broke off behind the place that is looked for, or before it: then there is no path.
        }
        if position == nil, !steps.isEmpty { return joined(steps) }
        return nil
    }
}
