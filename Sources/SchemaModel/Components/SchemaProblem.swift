import CXMLSchemas

/// A problem as libxml2 tells it.
package struct SchemaProblem: Sendable {
    /// `XSS_DOMAIN_…`
    package var domain: Int32
    /// libxml2's error code or `XSS_LIMIT_…`
    package var code: Int32
    /// Whether it is more than a warning.
    package var isError: Bool
    /// From 1, 0 where it is not known.
    package var line: Int
    /// From 1, 0 where it is not known.
    package var column: Int
    /// The private URI of the schema document.
    package var file: String?
    /// libxml2's English text.
    package var message: String

    package init(_ problem: xss_problem) {
        domain = problem.domain
        code = problem.code
        isError = problem.level > 1
        line = Int(problem.line)
        column = Int(problem.column)
        file = problem.file.map { String(cString: $0) }
        message = problem.message.map { String(cString: $0) } ?? ""
        while message.last?.isWhitespace == true { message.removeLast() }
    }

    /// Calls `body` with a C handler and returns the problems that it was told, at most `bound` of them.
    static func collecting<R>(
        bound: Int = 200, _ body: (xss_problem_handler, UnsafeMutableRawPointer) -> R
    ) -> (result: R, problems: [SchemaProblem]) {
        let list = ProblemList(bound: bound)
        let result = withExtendedLifetime(list) {
            body(
                { user, problem in
                    guard let user, let problem else { return }
                    Unmanaged<ProblemList>.fromOpaque(user).takeUnretainedValue().add(SchemaProblem(problem.pointee))
                }, Unmanaged.passUnretained(list).toOpaque())
        }
        return (result, list.problems)
    }
}

private final class ProblemList {
    private let bound: Int
    private(set) var problems: [SchemaProblem] = []

    init(bound: Int) { self.bound = bound }

    func add(_ problem: SchemaProblem) {
        if problems.count < bound { problems.append(problem) }
    }
}
