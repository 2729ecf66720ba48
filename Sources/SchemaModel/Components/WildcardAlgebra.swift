/// Wildcards of attributes that meet (XML Schema Part 1, 3.10.6).
extension Wildcard.Namespaces {
    /// The namespaces that both allow; nil where XML Schema cannot express them.
    func intersection(_ other: Self) -> Self? {
        switch (self, other) {
        case (.any, let right): return right
        case (let left, .any): return left
        case (.listed(let left), .listed(let right)): return .listed(left.filter { right.contains($0) })
        case (.other(let own), .listed(let names)), (.listed(let names), .other(let own)):
            return .listed(names.filter { $0 != nil && $0 != own })
        case (.other(let left), .other(let right)):
            if left == right || right == nil { return .other(than: left) }
            return left == nil ? .other(than: right) : nil
        }
    }

    /// The namespaces that one of both allows; nil where XML Schema cannot express them.
    func union(_ other: Self) -> Self? {
        switch (self, other) {
        case (.any, _), (_, .any): return .any
        case (.listed(let left), .listed(let right)): return .listed(left + right.filter { !left.contains($0) })
        case (.other(let left), .other(let right)): return left == right ? self : .other(than: nil)
        case (.other(let own), .listed(let names)), (.listed(let names), .other(let own)):
            let hasOwn = own.map { names.contains($0) } ?? true
            switch (hasOwn, names.contains(nil)) {
            case (true, true): return .any
            case (true, false): return .other(than: nil)
            case (false, true): return nil
            case (false, false): return .other(than: own)
            }
        }
    }
}
