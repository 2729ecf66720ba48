import ArgumentParser
import Testing

@testable import xoev

/// The short way of reading a command line must read what ArgumentParser reads.
@Suite("Plain command lines")
struct PlainValidationTests {
    @Test(
        "what is read without ArgumentParser is what it would read",
        arguments: [
            ["a.xml"], ["a.xml", "b c.xml", "-"], ["--schema", "x.xsd", "a.xml"], ["--schema=x.xsd", "a.xml"],
            ["a.xml", "--schema", "x=y.xsd", "--schema", "z", "b.xml", "--jobs", "2"], ["--jobs=+7", "a.xml"],
            ["--format", "json", "--language=de", "--output", "o.json", "a.xml"], ["--quiet", "a.xml"],
            ["--verbose", "--show-values", "--fail-fast", "a.xml"], ["--store", "s", "--catalog", "c", "a.xml"],
            ["--max-findings", "5", "a.xml", "--report", "junit=r.xml", "--report", "html=r=1.html"],
            ["help"], ["validate"], ["ä ö.xml"],
        ])
    func same(_ words: [String]) throws {
        let plain = try #require(PlainValidation(["validate"] + words))
        let parsed = try #require(try XOEVCommand.parseAsRoot(["validate"] + words) as? ValidateCommand)
        #expect(plain.validation == parsed.validation)
        #expect(plain.options == parsed.global.values)
    }

    @Test(
        "what is not plain, or wrong, is left to ArgumentParser",
        arguments: [
            [], ["--help"], ["a.xml", "--help"], ["--schema"], ["--schema", "--jobs", "a"], ["--schema=", "a.xml"],
            ["--jobs", "0", "a.xml"], ["--jobs", "two", "a.xml"], ["--jobs", "1", "--jobs", "2", "a.xml"],
            ["-j", "2", "a"],
            ["-q", "a.xml"], ["--quiet", "--verbose", "a.xml"], ["--quiet=yes", "a.xml"], ["--nonsense", "a.xml"],
            ["--format", "pdf", "a.xml"], ["--report", "pdf=y", "a.xml"], ["--report", "json=", "a.xml"],
            ["--max-findings", "0", "a"], ["--", "a.xml"], ["a.xml", ""], ["--output", "-", "a.xml"],
            ["--limit-depth", "5", "a.xml"], ["--code-lists", "c", "a.xml"], ["--language", "fr", "a.xml"],
        ])
    func left(_ words: [String]) { #expect(PlainValidation(["validate"] + words) == nil) }

    @Test("other commands are left to ArgumentParser", arguments: [[], ["inspect", "a.xml"], ["--version"]])
    func others(_ words: [String]) { #expect(PlainValidation(words) == nil) }
}
