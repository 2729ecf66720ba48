import CXMLSchemas
import Findings
import SchemaModel
import XMLCore

/// Looks at a document while it is checked against its schema: further checks share the one pass. An observer serves one
/// document.
///
/// Everything is told in the order of the document; what an observer did not ask for is not told and costs nothing.
public protocol DocumentObserver: AnyObject {
    /// The root is known, and the schemas that were chosen for it, where there are any. The answer says what is to be told.
    func begin(root: DocumentHead, schemas: SchemaSet?) -> DocumentInterest

    /// An element that holds a code ends. The answer says that an equal code need not be told again.
    func take(_ code: ObservedCode, at site: ObservationSite) -> Bool

    /// The first text of the element that was watched for. Codes that were told before are told again from here on.
    func takeWatched(_ text: String)

    /// A text between two tags, unless it is white space only; with an attribute the value of that.
    func take(_ text: String, ofAttribute attribute: String?, at site: ObservationSite)

    /// The document is at its end, or could not be read to it.
    ///
    /// - Parameter bytes: the number of bytes that were read.
    func end(isWellFormed: Bool, bytes: Int)
}

/// What an observer wants to be told of a document.
public struct DocumentInterest: Sendable {
    /// The elements that hold codes.
    public var codes: CodedElements?
    /// The local name of an element whose first text is told.
    public var watchedElement: String?
    /// Which texts and values of attributes are told; nil for none.
    public var texts: Texts?

    /// Which texts are told.
    public struct Texts: Sendable {
        /// The ASCII characters that need no look: a text of nothing but these is not told.
        public var plainCharacters: Set<UInt8>
        /// The local name of an attribute whose value is always told.
        public var attribute: String?

        /// Texts by their parts.
        public init(plainCharacters: Set<UInt8> = [], attribute: String? = nil) {
            self.plainCharacters = plainCharacters
            self.attribute = attribute
        }
    }

    /// An interest from its parts.
    public init(codes: CodedElements? = nil, watchedElement: String? = nil, texts: Texts? = nil) {
        self.codes = codes
        self.watchedElement = watchedElement
        self.texts = texts
    }
}

/// An element that holds a code, with its texts as they stand in the document; nil for what is not there.
public struct ObservedCode: Sendable, Hashable {
    /// The number of the code type (`CodedElements.Holder.number`).
    public var holder: Int
    /// The attribute `listURI`.
    public var listURI: String?
    /// The attribute `listVersionID`.
    public var listVersion: String?
    /// The content of the child with the code.
    public var value: String?
    /// The content of the child with its name.
    public var name: String?
    /// The line of the child with the code, counted from 1; of the element where it has none.
    public var line: Int
    /// The column, counted from 1.
    public var column: Int
    /// The position of the child among its siblings of that name, counted from 1.
    public var position: Int
}

/// The element at hand, while the document is being read.
public struct ObservationSite {
    let check: OpaquePointer?
    let subject: String

    /// Where its start tag stands, and the path to it.
    public var location: Location {
        guard let check else { return Location(file: subject) }
        var line: Int32 = 0
        var column: Int32 = 0
        xss_check_position(check, &line, &column)
        return Location(file: subject, line: Int(line), column: Int(column), path: Self.path(check))
    }

    /// The local name of the element at hand; nil outside of the root.
    public var element: String? {
        guard let check, let path = Self.path(check), let last = path.split(separator: "/").last else { return nil }
        return String(last.prefix { $0 != "[" })
    }

    private static func path(_ check: OpaquePointer) -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let length = xss_check_path(check, &buffer, buffer.count)
        return String(decoding: buffer[..<length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Adds up the time that one check takes of a pass that several share.
public struct ObservationClock: Sendable {
    /// The time so far.
    public private(set) var total = Duration.zero

    /// A clock at zero.
    public init() {}

    /// A moment, in nanoseconds of a clock that only moves forward.
    public static func now() -> Int64 { xss_nanoseconds() }

    /// Adds the time since a moment.
    public mutating func add(since start: Int64) { total += .nanoseconds(Self.now() - start) }
}
