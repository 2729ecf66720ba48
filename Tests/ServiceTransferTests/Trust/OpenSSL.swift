import Foundation
import TestSupport

/// `openssl` as a second implementation: makes keys and certificates, checks what this project signs, and signs what this
/// project must accept.
enum OpenSSL {
    static let isAvailable = (try? run(["version"])) != nil

    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    @discardableResult
    static func run(_ arguments: [String], in folder: URL? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let problem = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(description: "\(arguments): \(problem)") }
        return text
    }

    /// A root, an issuer below it, and a signer's certificate, all of P-256, in `root.pem`, `issuer.pem`, `leaf.pem`; the
    /// signer's key in `leaf-key.pem`; `chain.pem` holds leaf and issuer.
    static func makeChain(in folder: URL, from start: String, to end: String, usage: String = "digitalSignature") throws
    {
        let config = """
            [req]
            distinguished_name = dn
            [dn]
            [ca]
            basicConstraints = critical,CA:true
            keyUsage = critical,keyCertSign,cRLSign
            subjectKeyIdentifier = hash
            [leaf]
            basicConstraints = critical,CA:false
            keyUsage = critical,\(usage)
            subjectKeyIdentifier = hash
            [myca]
            new_certs_dir = .
            database = index.txt
            serial = serial
            default_md = sha256
            policy = pol
            unique_subject = no
            [pol]
            commonName = supplied
            """
        try Data(config.utf8).write(to: folder.appending(path: "openssl.cnf"))
        try Data().write(to: folder.appending(path: "index.txt"))
        try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
        for (name, subject) in [("root", "Test Root"), ("issuer", "Test Issuer"), ("leaf", "Stadt Musterstadt")] {
            try run(
                ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "\(name)-key.pem"],
                in: folder)
            try run(
                [
                    "req", "-new", "-config", "openssl.cnf", "-key", "\(name)-key.pem", "-subj", "/CN=\(subject)",
                    "-out", "\(name).csr",
                ], in: folder)
        }
        func sign(_ name: String, by issuer: String, _ extensions: String, _ start: String, _ end: String) throws {
            var arguments = [
                "ca", "-batch", "-notext", "-config", "openssl.cnf", "-name", "myca", "-in", "\(name).csr", "-keyfile",
                "\(issuer)-key.pem", "-out", "\(name).pem", "-startdate", start, "-enddate", end, "-extensions",
                extensions,
            ]
            arguments += name == issuer ? ["-selfsign"] : ["-cert", "\(issuer).pem"]
            try run(arguments, in: folder)
        }
        try sign("root", by: "root", "ca", "20200101000000Z", "20400101000000Z")
        try sign("issuer", by: "root", "ca", "20200101000000Z", "20400101000000Z")
        try sign("leaf", by: "issuer", "leaf", start, end)
        let chain = try ["leaf", "issuer"].map {
            try String(contentsOf: folder.appending(path: "\($0).pem"), encoding: .utf8)
        }
        try Data(chain.joined().utf8).write(to: folder.appending(path: "chain.pem"))
    }
}
