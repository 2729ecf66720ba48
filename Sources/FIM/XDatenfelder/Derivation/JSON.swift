import JSONCore

/// A JSON value whose members keep their order.
public typealias JSONValue = JSONCore.JSONValue
