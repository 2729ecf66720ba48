import ArgumentParser
import Findings

/// A report that goes to a file: `FORMAT=FILE`.
struct ReportTarget: ExpressibleByArgument, Sendable, Hashable {
    let format: ReportFormat
    let path: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="),
            let format = ReportFormat(rawValue: String(argument[..<equals]))
        else { return nil }
        let path = String(argument[argument.index(after: equals)...])
        if path.isEmpty { return nil }
        self.format = format
        self.path = path
    }

    /// The shell completes the format's name.
    static var allValueStrings: [String] { ReportFormat.allCases.map { $0.rawValue + "=" } }
}
