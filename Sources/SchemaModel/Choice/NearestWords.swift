import Findings

/// Finds the words nearest to one that is not among them: "did you mean".
package enum NearestWords {
    private static let maxLength = 200

    /// The nearest words, best first; among equals the first.
    package static func nearest(to word: String, among words: [String], count: Int) -> [String] {
        let target = Array(word.unicodeScalars.prefix(maxLength))
        return
            words.enumerated()
            .map {
                (
                    index: $0.offset, word: $0.element,
                    distance: EditDistance.between(
                        target, Array($0.element.unicodeScalars.prefix(maxLength)))
                )
            }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
            .prefix(count)
            .map(\.word)
    }

    /// The one word that is near enough to be what was meant, or nil.
    package static func likely(_ word: String, among words: [String]) -> String? {
        guard words.count <= 20_000, let best = nearest(to: word, among: words, count: 1).first else { return nil }
        if best.lowercased() == word.lowercased() { return best }
        let length = min(word.count, maxLength)
        let allowed = length <= 3 ? 1 : max(2, length / 4)
        let found = EditDistance.between(
            Array(word.unicodeScalars.prefix(maxLength)), Array(best.unicodeScalars.prefix(maxLength)))
        return found <= allowed && found < max(length, best.count) ? best : nil
    }
}
