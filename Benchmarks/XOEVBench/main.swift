// Run with `make bench`. Ratios in one run count; absolute times are noise on a shared machine.
if !ChildProcess.answeredForPeak() {
    TapeBenchmark.run(.register(megabytes: 10))
    if let document = Document.xdomea(megabytes: 10) { TapeBenchmark.run(document) }
    BindingBenchmark.run(megabytes: 10)
    TransferBenchmark.run()
    ValidationBenchmark.run()
}
