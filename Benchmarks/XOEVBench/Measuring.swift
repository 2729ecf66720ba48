/// Runs several bodies in turn, A B A B …, so that a machine whose speed drifts treats them alike, and prints the
/// median of each with its ratio to the first. The bodies assert what they computed.
func compare(
    _ title: String, runs: Int = 5, goal: (name: String, ratio: Double)? = nil,
    _ candidates: [(name: String, body: () -> Void)]
) {
    let clock = ContinuousClock()
    var times = [[Duration]](repeating: [], count: candidates.count)
    for candidate in candidates { candidate.body() }
    for _ in 0..<runs {
        for (index, candidate) in candidates.enumerated() {
            times[index].append(clock.measure { candidate.body() })
        }
    }
    print("\n## \(title) (median of \(runs))")
    let first = seconds(median(times[0]))
    for (index, candidate) in candidates.enumerated() {
        let time = seconds(median(times[index]))
        let ratio = time / first
        var line = "\(candidate.name): \(rounded(time * 1000)) ms, ratio \(rounded(ratio))"
        if let goal, goal.name == candidate.name {
            line += ratio <= goal.ratio ? " (goal \(goal.ratio): reached)" : " (goal \(goal.ratio): MISSED)"
        }
        print(line)
    }
}

func median(_ values: [Duration]) -> Duration { values.sorted()[values.count / 2] }

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

/// Ends the run when a benchmark computed something else than it should: a fast wrong answer is none.
func check(_ condition: Bool, _ what: String) {
    guard condition else { fatalError("benchmark computed a wrong result: \(what)") }
}
