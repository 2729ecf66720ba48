import Archives
import Findings
import Foundation

extension TransferPlanner.Preview {
    /// The plan as JSON, with what it changes in the package as the member `binding`; sorted keys.
    public func json() throws(TransferError) -> [UInt8] {
        struct Document: Encodable {
            enum CodingKeys: CodingKey { case binding }
            let preview: TransferPlanner.Preview

            func encode(to encoder: any Encoder) throws {
                try preview.plan.encode(to: encoder)
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(preview.binding, forKey: .binding)
            }
        }
        return try TransferPlan.json(of: Document(preview: self))
    }
}

extension TransferPlan {
    /// The plan as JSON with sorted keys: the same plan gives the same bytes.
    public func json() throws(TransferError) -> [UInt8] { try Self.json(of: self) }

    fileprivate static func json(of document: some Encodable) throws(TransferError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(document)) + [0x0A]
        } catch {
            throw unreadable("-")
        }
    }

    /// The plan in JSON. Throws `transfer.plan-unreadable`.
    public init(json bytes: [UInt8], name: String) throws(TransferError) {
        let plan: TransferPlan
        do {
            plan = try JSONDecoder().decode(TransferPlan.self, from: Data(bytes))
        } catch {
            throw Self.unreadable(name)
        }
        guard plan.formatVersion == Self.formatVersion else { throw Self.unreadable(name) }
        self = plan
    }

    /// Writes the plan to a file: whole or not at all.
    public func write(to path: String, overwrites: Bool = false) throws(TransferError) {
        try OutputFile.write(json(), to: path, overwrites: overwrites)
    }

    /// The plan in a file.
    public static func read(path: String) throws(TransferError) -> TransferPlan {
        let bytes: [UInt8]
        do throws(ArchiveError) { bytes = try FileBytes.read(path, limit: 64 << 20) } catch {
            throw TransferError(error)
        }
        return try TransferPlan(json: bytes, name: path)
    }

    private static func unreadable(_ name: String) -> TransferError {
        TransferError(
            .planUnreadable, at: Location(file: name),
            Message(
                de: "Die Datei ist kein Übertragungsplan der Version \(formatVersion).",
                en: "The file is not a transfer plan of version \(formatVersion)."),
            hint: Message(
                de: "Erzeugen Sie den Plan neu mit „xoev transfer plan“.",
                en: "Make the plan anew with “xoev transfer plan”."))
    }
}
