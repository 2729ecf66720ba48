import Findings
import Testing
import XMLCore

@Suite("What breaks well-formedness")
struct WellFormednessMessageTests {
    private func message(_ xml: String) throws -> (text: String, hint: String) {
        let error = try #require(throws: XMLError.self) { try XMLTree(bytes: Array(xml.utf8)) }
        return (error.message.rendered(.en), error.hint?.rendered(.en) ?? "")
    }

    @Test(
        "common faults are told in words that help",
        arguments: [
            ("<a><b></b></c></a>", "Another element is closed here than the open one, a of line 1."),
            ("<a>\n<b></c></a>", "Another element is closed here than the open one, b of line 2."),
            ("<a>R&B</a>", "An & stands here without the name of an entity."),
            ("<a>&</a>", "An & stands here without the name of an entity."),
            ("<a>&nbsp;</a>", "An entity stands here that XML does not know."),
            ("<a b=c/>", "An attribute value does not begin or end with a quotation mark."),
            ("<a b=\"<\"/>", "A < stands in an attribute value."),
            ("<a b=\"1\" b=\"2\"/>", "An attribute is given twice."),
            ("<a>", "The document ends before all elements are closed."),
            ("<a><b></b>", "The document ends before all elements are closed."),
            ("<a></a><b/>", "More content follows after the end of the root element."),
            ("<a>]]></a>", "]]> stands in text."),
            ("<a><!-- -- --></a>", "-- stands in a comment."),
            ("<x:a/>", "A namespace prefix is not declared."),
            ("text", "This is no XML document: there is no element at its beginning."),
        ])
    func common(_ xml: String, _ expected: String) throws {
        let found = try message(xml)
        #expect(found.text == expected)
        #expect(!found.hint.isEmpty)
    }
}
