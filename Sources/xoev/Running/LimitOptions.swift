import ArgumentParser
import XMLCore

/// The bounds of reading. The defaults hold off attacks; whoever trusts an input may raise them.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Largest document.", valueName: "bytes"))
    var limitTotal: Int?

    @Option(help: ArgumentHelp("Longest text, attribute value, comment or tag.", valueName: "bytes"))
    var limitText: Int?

    @Option(help: ArgumentHelp("Deepest nesting of elements.", valueName: "levels"))
    var limitDepth: Int?

    @Option(help: ArgumentHelp("Most attributes of one element.", valueName: "number"))
    var limitAttributes: Int?

    @Option(help: ArgumentHelp("Longest name.", valueName: "bytes"))
    var limitName: Int?

    func validate() throws {
        for limit in [limitTotal, limitText, limitDepth, limitAttributes, limitName] {
            if let limit, limit < 1 { throw ValidationError("A limit must be at least 1.") }
        }
    }

    /// The bounds, on top of defaults.
    func applied(to limits: XMLLimits) -> XMLLimits {
        var limits = limits
        if let limitTotal { limits.maxTotalBytes = limitTotal }
        if let limitText { limits.maxTextBytes = limitText }
        if let limitDepth { limits.maxDepth = limitDepth }
        if let limitAttributes { limits.maxAttributes = limitAttributes }
        if let limitName { limits.maxNameBytes = limitName }
        return limits
    }
}
