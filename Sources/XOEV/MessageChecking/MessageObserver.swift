import Findings
import SchemaModel
import SchemaValidation
import XMLCore

/// Hands what the pass over one message tells to the layers that share it.
final class MessageObserver: DocumentObserver {
    /// The layer `code-lists`, once the schemas are known.
    var codes: CodeListRun?
    /// The layer `character-sets`.
    var characters: CharacterSetRun?
    /// The layer `profile`.
    var profile: ProfileRun?
    /// Makes the check of codes for the schemas that were chosen, or says why there is none.
    var codesForSchemas: ((SchemaSet?) -> Result<CodeListRun, CouldNotRun>)?
    /// Why the layer `code-lists` could not run, once that is known.
    private(set) var whyNoCodes: Message?
    /// The root of the document, once it is known.
    private(set) var root: DocumentHead?

    /// Why a layer could not run.
    struct CouldNotRun: Error {
        var why: Message
    }

    func begin(root: DocumentHead, schemas: SchemaSet?) -> DocumentInterest {
        self.root = root
        if let codesForSchemas {
            switch codesForSchemas(schemas) {
            case .success(let run): codes = run
            case .failure(let error): whyNoCodes = error.why
            }
        }
        profile?.begin(root: root)
        var interest = DocumentInterest(codes: codes?.elements, watchedElement: codes?.watchedElement)
        var plain: Set<UInt8>?
        if let characters { plain = characters.characterSet.asciiCharacters }
        if let wanted = profile?.texts {
            plain = plain.map { $0.intersection(wanted.plainCharacters) } ?? wanted.plainCharacters
            interest.texts = DocumentInterest.Texts(plainCharacters: plain ?? [], attribute: wanted.attribute)
        } else if let plain {
            interest.texts = DocumentInterest.Texts(plainCharacters: plain)
        }
        return interest
    }

    func take(_ code: ObservedCode, at site: ObservationSite) -> Bool { codes?.take(code, at: site) ?? true }

    func takeWatched(_ text: String) { codes?.takeMoment(text) }

    func take(_ text: String, ofAttribute attribute: String?, at site: ObservationSite) {
        characters?.take(text, ofAttribute: attribute, at: site)
        profile?.take(text, ofAttribute: attribute, at: site)
    }

    func end(isWellFormed: Bool, bytes: Int) { profile?.end(isWellFormed: isWellFormed, bytes: bytes) }
}
