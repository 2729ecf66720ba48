import Findings

/// The version of the program and of the formats that it writes.
enum Version {
    /// SemVer 2.0.0.
    static let current = "0.1.0"

    /// What `--version` prints.
    static let description = "xoev \(current)"

    /// The program as reports name it.
    static let tool = Report.Tool(name: "xoev", version: current)
}
