import CXMLSchemas

/// libxml2's error codes as kinds of problems.
enum ValidityCodes {
    static func kind(of code: Int32) -> ValidityProblem.Kind {
        switch xss_validity_kind(code) {
        case number(XSS_VALIDITY_VALUE): .value
        case number(XSS_VALIDITY_LENGTH): .length
        case number(XSS_VALIDITY_RANGE): .range
        case number(XSS_VALIDITY_DIGITS): .digits
        case number(XSS_VALIDITY_PATTERN): .pattern
        case number(XSS_VALIDITY_ENUMERATION): .enumeration
        case number(XSS_VALIDITY_NOT_EMPTY): .elementNotEmpty
        case number(XSS_VALIDITY_CONTENT): .contentNotAllowed
        case number(XSS_VALIDITY_TEXT): .textNotAllowed
        case number(XSS_VALIDITY_ELEMENT): .elementUnexpected
        case number(XSS_VALIDITY_NOT_DECLARED): .notDeclared
        case number(XSS_VALIDITY_ABSTRACT): .abstractElement
        case number(XSS_VALIDITY_NIL): .nilled
        case number(XSS_VALIDITY_XSI_TYPE): .xsiType
        case number(XSS_VALIDITY_FIXED): .fixedValue
        case number(XSS_VALIDITY_ATTRIBUTE): .attributeUnexpected
        case number(XSS_VALIDITY_ATTRIBUTE_MISSING): .attributeMissing
        case number(XSS_VALIDITY_IDENTITY_CONSTRAINT): .identityConstraint
        case number(XSS_VALIDITY_WILDCARD): .wildcard
        case number(XSS_VALIDITY_PROCESSOR): .processor
        default: .other
        }
    }

    private static func number(_ constant: some FixedWidthInteger) -> Int32 { Int32(truncatingIfNeeded: constant) }
}
