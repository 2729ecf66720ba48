import ArgumentParser

@main
struct XOEVCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "xoev")
}
