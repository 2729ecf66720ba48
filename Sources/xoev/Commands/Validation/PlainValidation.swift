import Findings

/// The plain command lines of `xoev validate`, read without ArgumentParser.
///
/// ArgumentParser looks up the type metadata of every command and option before it reads the first word (2.5 ms, a quarter
/// of the time that one small file takes), and needs time that grows with the square of the number of words. What is read
/// here is what `ValidateCommand` would have read, to the letter; whatever is not plain, and all that is wrong, is left to
/// it: `init` gives nil. A test compares the two.
struct PlainValidation: Equatable {
    private(set) var validation: Validation
    private(set) var options = SessionOptions()

    /// Reads the arguments behind the program's name; nil when they are not for here.
    init?(_ arguments: [String]) {
        guard arguments.first == "validate" else { return nil }
        validation = Validation(inputs: [])
        var seen: [String] = []
        var rest = arguments.dropFirst()
        while let word = rest.popFirst() {
            if word == "-" || !word.hasPrefix("-") {
                if word.isEmpty { return nil }
                validation.inputs.append(word)
                continue
            }
            var name = word
            var value: String?
            if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
                name = String(word[..<equals])
                value = String(word[word.index(after: equals)...])
            }
            // Said twice: which one counts is ArgumentParser's affair.
            guard Self.repeatable.contains(name) || !seen.contains(name) else { return nil }
            seen.append(name)
            if take(flag: name) {
                if value != nil { return nil }
                continue
            }
            guard let value = value ?? rest.popFirst(), !value.isEmpty, !value.hasPrefix("-"),
                take(option: name, value)
            else { return nil }
        }
        // What is refused is refused there, with its words.
        if validation.inputs.isEmpty || options.quiet && options.verbose { return nil }
    }

    private static let repeatable = ["--schema", "--catalog", "--report"]

    private mutating func take(flag: String) -> Bool {
        switch flag {
        case "--quiet": options.quiet = true
        case "--verbose": options.verbose = true
        case "--show-values": options.showValues = true
        case "--fail-fast": validation.failFast = true
        default: return false
        }
        return true
    }

    private mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "--schema": validation.schemas.append(value)
        case "--catalog": validation.catalogs.append(value)
        case "--store": validation.store = value
        case "--output": options.output = value
        case "--report":
            guard let target = ReportTarget(argument: value) else { return false }
            validation.reports.append(target)
        case "--format":
            guard let format = ReportFormat(rawValue: value) else { return false }
            options.format = format
        case "--language":
            guard let language = Language(rawValue: value) else { return false }
            options.language = language
        case "--jobs":
            guard let jobs = Int(value), ValidateCommand.possibleJobs.contains(jobs) else { return false }
            validation.jobs = jobs
        case "--max-findings":
            guard let number = Int(value), number >= 1 else { return false }
            validation.maxFindings = number
        default: return false
        }
        return true
    }

    /// Does what `SessionCommand` does around a command.
    func run(in context: CommandContext, end: (ExitCode) -> Void) throws {
        let session = Session(options: options, context: context)
        do {
            try session.begin(formats: ValidateCommand.formats)
            let (code, check) = try validation.check(in: session)
            try session.finish()
            withExtendedLifetime(check) { end(code) }
        } catch let error as any FindingConvertible {
            end(session.failed(error))
        }
    }
}
