// Run with `make bench`. Ratios in one run count; absolute times are noise on a shared machine.
// Names on the command line choose parts: tape, binding, convert, codelists, transfer, upgrade, validation, stock, stock-file, forms,
// records.
let wanted = CommandLine.arguments.dropFirst()
func isWanted(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part) }

if !ChildProcess.answeredForPeak(), !StockBenchmark.answeredForMemory(),
    !RecordBenchmark.answered()
{
    if isWanted("tape") {
        TapeBenchmark.run(.register(megabytes: 10))
        if let document = Document.xdomea(megabytes: 10) { TapeBenchmark.run(document) }
    }
    if isWanted("binding") { BindingBenchmark.run(megabytes: 10) }
    if isWanted("records") { RecordBenchmark.run(megabytes: 1_000) }
    if isWanted("convert") { ConvertBenchmark.run(megabytes: 10) }
    if isWanted("codelists") { CodeListBenchmark.run() }
    if isWanted("stock") { StockBenchmark.run(services: 1_000) }
    if isWanted("stock-file") { StockBenchmark.runOnDisk(services: 100_000) }
    if isWanted("forms") { FormBenchmark.run(fields: 1_000) }
    if isWanted("transfer") { TransferBenchmark.run() }
    if isWanted("upgrade") { UpgradeBenchmark.run() }
    if isWanted("validation") { ValidationBenchmark.run() }
}
