import XMLCore

/// Makes a large, realistic stock of invented content: services with texts in two languages, costs, deadlines and
/// documents, organisation units with responsibilities, online services, forms. For benchmarks, demonstrations and
/// tests of whoever reads such stock.
///
///     let stock = StockGenerator(.init(services: 100_000))
///     var writer = …
///     for index in 0..<stock.count { try writer.schreibe(stock.objekt(index)) }
///
/// Every object is a function of the options and its number alone: the same options give the same bytes, any object can
/// be made without the others, and nothing grows with the size of the stock. All names, keys and amounts are invented.
public struct StockGenerator: Sendable {
    /// What to make.
    public struct Options: Sendable, Hashable {
        /// How many services.
        public var services: Int
        /// How many organisation units; the services are shared out among them.
        public var units: Int
        /// How many online services, each for one service.
        public var onlineServices: Int
        /// How many forms (XDatenfelder 3.0.0).
        public var forms: Int
        /// How many fields each form has.
        public var fieldsPerForm: Int
        /// What the invention begins with: another seed gives another stock.
        public var seed: UInt64
        /// The publisher's id (`schemeAgencyID`).
        public var agency: String
        /// The publisher's name.
        public var publisher: String
        /// The area everything is valid for, a regional key of two, three, five, nine or twelve digits.
        public var area: String
        /// The day of the stock (xs:date).
        public var date: String

        /// Options from their parts; numbers below zero count as zero.
        public init(
            services: Int = 100, units: Int = 10, onlineServices: Int = 20, forms: Int = 0, fieldsPerForm: Int = 40,
            seed: UInt64 = 1, agency: String = "L100001", publisher: String = "Beispielredaktion Musterland",
            area: String = "057740032032", date: String = "2026-01-01"
        ) {
            self.services = max(0, services)
            self.units = max(0, units)
            self.onlineServices = max(0, onlineServices)
            self.forms = max(0, forms)
            self.fieldsPerForm = max(0, fieldsPerForm)
            self.seed = seed
            self.agency = agency
            self.publisher = publisher
            self.area = area
            self.date = date
        }
    }

    /// What is made.
    public let options: Options
    let maker: StockElementMaker

    /// A generator.
    public init(_ options: Options = Options()) {
        self.options = options
        maker = StockElementMaker()
    }

    /// How many objects of XZuFi there are.
    public var count: Int { options.units + options.services + options.onlineServices }

    /// The object of this number, from 0 to `count`: first the units, then the services, then the online services.
    public func objekt(_ index: Int) -> XZuFi.Objekt {
        if index < options.units { return XZuFi.Objekt(organisationseinheit(index).element) }
        let service = index - options.units
        if service < options.services { return XZuFi.Objekt(leistung(service).element) }
        return XZuFi.Objekt(onlinedienst(service - options.services).element)
    }

    /// A transfer file of the stock.
    public struct Datei: Sendable, Hashable {
        /// The name that the index gives.
        public var name: String
        /// The objects in it, by their numbers.
        public var objekte: Range<Int>
        /// The file's place in the transaction, from 1.
        public var position: Int
    }

    /// The transfer files, with at most so many objects each.
    public func dateien(objectsPerFile: Int = 1_000) -> [Datei] {
        let size = max(1, objectsPerFile)
        return stride(from: 0, to: count, by: size).enumerated().map { number, start in
            Datei(
                name: "\(options.agency)_" + Self.digits(number + 1, 6) + ".xml",
                objekte: start..<min(start + size, count), position: number + 1)
        }
    }

    /// The index of these files.
    public func index(_ files: [Datei]) -> XZuFi.Index { XZuFi.Index(dateien: files.map(\.name)) }

    /// Writes a transfer file, record by record.
    public func write(_ file: Datei, sink: @escaping ([UInt8]) throws -> Void) throws(XMLError) {
        var writer = try XZuFi.TransferWriter(
            nachricht: XZuFi.TransferWriter.vermuteterName,
            kopf: XZuFi.TransferWriter.Kopf(
                nachrichtUUID: uuid(file.position), erstelltDatumZeit: options.date + "T06:00:00Z",
                empfaenger: "Sammlerdienst", sender: options.publisher, transaktionID: String(options.seed),
                transaktionPosition: file.position),
            sink: sink)
        for index in file.objekte { try writer.schreibe(objekt(index)) }
        try writer.finish()
    }

    // MARK: Numbers and names

    /// The numbers for an object: they depend on the seed, its kind and its own number only.
    func numbers(_ kind: UInt64, _ number: Int) -> SeededNumbers {
        var start = SeededNumbers(state: options.seed &* 0x2545_F491_4F6C_DD1D &+ kind)
        return SeededNumbers(state: start.next() ^ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    }

    private func uuid(_ number: Int) -> String {
        var numbers = numbers(9, number)
        let hex = [numbers.next(), numbers.next()].map { value in
            let text = String(value, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        func part(_ from: Int, _ to: Int) -> Substring { hex.dropFirst(from).prefix(to - from) }
        return "\(part(0, 8))-\(part(8, 12))-4\(part(13, 16))-8\(part(17, 20))-\(part(20, 32))"
    }

    static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    func id(_ kind: String, _ number: Int) -> XZuFi.Identifikator {
        XZuFi.Identifikator(
            String(100_000 + number), schemeID: kind, schemeAgencyID: options.agency,
            schemeAgencyName: options.publisher)
    }

    /// The unit that is responsible for a service.
    func unit(ofService number: Int) -> Int? { options.units == 0 ? nil : number % options.units }
}

/// Numbers that look like chance and are the same each time (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}

/// Makes elements of XZuFi 2.2.0.
struct StockElementMaker: Sendable {
    let namespace = XZuFi.Version.v220.namespace

    func make(
        _ local: String, _ attributes: [(String, String)] = [], _ children: [XMLTree.Element]
    ) -> XMLTree.Element {
        XMLTree.Element(
            XMLName(local, in: namespace), prefix: "xzufi",
            attributes: attributes.map { XMLAttribute(XMLName($0.0), value: $0.1) },
            children: children.map { .element($0) })
    }

    func make(_ local: String, _ attributes: [(String, String)] = [], text: String) -> XMLTree.Element {
        XMLTree.Element(
            XMLName(local, in: namespace), prefix: "xzufi",
            attributes: attributes.map { XMLAttribute(XMLName($0.0), value: $0.1) }, children: [.text(text)])
    }

    /// An element whose `xsi:type` names a type of XZuFi.
    func typed(_ local: String, _ type: String, _ children: [XMLTree.Element]) -> XMLTree.Element {
        var result = make(local, [], children)
        result.attributes = [
            XMLAttribute(
                XMLName("type", in: XMLName.schemaInstanceNamespace), prefix: "xsi", value: "xzufi:" + type)
        ]
        return result
    }

    func text(_ local: String, _ texts: [(language: String, text: String)]) -> [XMLTree.Element] {
        texts.map { make(local, [("languageCode", $0.language)], text: $0.text) }
    }

    func code(_ local: String, _ code: String, _ name: String? = nil, list: String, _ version: String)
        -> XMLTree.Element
    {
        XZuFi.Code(code, name: name, listURI: list, listVersionID: version)
            .element(named: local, like: XMLTree.Element(XMLName(local, in: namespace), prefix: "xzufi"))
    }

    func id(_ local: String, _ id: XZuFi.Identifikator) -> XMLTree.Element {
        id.element(named: local, like: XMLTree.Element(XMLName(local, in: namespace), prefix: "xzufi"))
    }
}
