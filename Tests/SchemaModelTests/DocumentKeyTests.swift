import Testing

@testable import SchemaModel

@Suite("Paths of schema documents")
struct DocumentKeyTests {
    @Test(
        "a path loses what stands for nothing, and keeps every .. that leads out of it",
        arguments: [
            ("a/b.xsd", "a/b.xsd"), ("./a.xsd", "a.xsd"), ("a//b/./c", "a/b/c"), ("a/../b", "b"), ("a/b/../../c", "c"),
            ("../a", "../a"), ("../../a/../b", "../../b"), ("a/../../b", "../b"), ("/a/../b", "/b"), ("/../a", "/../a"),
            ("/", "/"), ("//", "/"), ("", ""), (".", ""), ("..", ".."), ("a/", "a"), ("a/..", ""), ("/a/.", "/a"),
            ("...", "..."), (".a/..b/c.", ".a/..b/c."), ("Ä/./ö.xsd", "Ä/ö.xsd"),
        ])
    func normalizes(_ path: String, _ expected: String) { #expect(DocumentKey.normalized(path) == expected) }

    @Test(
        "a relative location is looked for beside the document that names it",
        arguments: [
            ("/s/a.xsd", "b.xsd", "/s/b.xsd"), ("/s/a.xsd", "./t/b.xsd", "/s/t/b.xsd"),
            ("/s/t/a.xsd", "../b.xsd", "/s/b.xsd"),
            ("a.xsd", "b.xsd", "b.xsd"), ("a.xsd", "../b.xsd", "../b.xsd"),
        ])
    func resolves(_ document: String, _ location: String, _ expected: String) {
        #expect(DocumentKey(container: -1, path: document).resolving(location).path == expected)
    }

    @Test("documents of different containers have different identifiers")
    func identifiers() {
        let keys = [-1, 0, 1, 10].flatMap { container in
            ["a", "0/a", "a/0"].map { DocumentKey(container: container, path: $0).identifier }
        }
        #expect(Set(keys).count == keys.count)
    }

    @Test("the last part of a path or URI", arguments: [("a/b", "b"), ("b", "b"), ("a/b//", "b"), ("", ""), ("/", "")])
    func fileName(_ path: String, _ expected: String) { #expect(path.fileName == expected) }
}
