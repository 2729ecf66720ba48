import ArgumentParser
import Findings
import ServiceTransfer

/// Which installed service a command is about.
struct ServiceOptions: ParsableArguments {
    @Argument(help: "The package's identifier.")
    var kennung: String

    @Option(help: ArgumentHelp("The municipality's Amtlicher Regionalschlüssel.", valueName: "12 digits"))
    var ars: String

    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("The portal, where several have the municipality.", valueName: "id"))
    var portal: String?

    /// The service's address.
    var address: ServiceAddress { ServiceAddress(ars: ars, portal: portal, kennung: kennung) }
}

/// Values of fields on one line.
enum FieldText {
    /// A value between quotation marks, shortened; a dash where there is none.
    static func short(_ value: String?, length: Int = 48) -> String {
        guard let value else { return "–" }
        let line = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.hasPrefix("sha256:") { return String(line.prefix(19)) }
        return "»" + (line.count > length ? String(line.prefix(length - 1)) + "…" : line) + "«"
    }

    /// What a value was and is, on two lines: of long values the piece that differs.
    static func lines(_ before: String?, _ after: String?, length: Int = 100) -> (before: String?, after: String?) {
        guard let before, let after, max(before.count, after.count) > length else {
            return (before.map { short($0, length: length) }, after.map { short($0, length: length) })
        }
        let start = zip(before, after).prefix { $0 == $1 }.count - 20
        func part(_ text: String) -> String {
            short(start > 20 ? "…" + text.dropFirst(start) : text, length: length)
        }
        return (part(before), part(after))
    }

    /// What a value was and is. Of long texts what differs is shown, not how they begin alike.
    static func change(_ before: String?, _ after: String?) -> String {
        guard let before, let after else { return "\(short(before)) → \(short(after))" }
        let start = zip(before, after).prefix { $0 == $1 }.count - 12
        guard start > 12, max(before.count, after.count) > 48 else { return "\(short(before)) → \(short(after))" }
        func part(_ text: String) -> String { short("…" + text.dropFirst(start)) }
        return "\(part(before)) → \(part(after))"
    }
}
