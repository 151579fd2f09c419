internal import ArgumentParser
internal import Foundation
internal import Jingjian

/// The program: options in, one call, words out, and an exit code – 0 fine, 1 faults in the content,
/// 2 wrong use or a fault of the machine (docs/format.md, "The command line").
@main
struct Jingjian: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jingjian",
    abstract: "镜鉴：廉政教育报告网站生成器（a generator of report sites for integrity education）",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ImportCommand.self, NewCommand.self,
      ExplainCommand.self, DueCommand.self, PacketCommand.self, WithdrawCommand.self,
      ChangesCommand.self,
      VerifyCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      if let folder = (command as? any OutputCommand)?.outputFolder { Build.tidy(folder) }
      try command.run()
    } catch {
      // The library ends wrong use with 64; the contract of this program is 2.
      let code = exitCode(for: error)
      if code == .success || error is ExitCode { exit(withError: error) }
      Console.error(fullMessage(for: error) + "\n")
      Foundation.exit(2)
    }
  }
}

/// A command that knows the output folder of the site that it is about: whichever is called next clears
/// away what one that was killed left there.
protocol OutputCommand: ParsableCommand {
  var outputFolder: String { get }
}

/// Standard output and standard error.
enum Console {
  static func print(_ text: String) { write(text, to: .standardOutput) }
  static func error(_ text: String) { write(text, to: .standardError) }

  /// Does work whose failure is told and ends the program.
  static func telling<Value>(
    in language: Language, as form: Printer.DiagnosticsFormat = .text, _ work: () throws -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch let failure as Failure {
      error(failure.text(in: language, as: form))
      throw ExitCode(2)
    }
  }

  /// Whether a person watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// A reader that has gone away (`| head`) is no fault of the build.
  private static func write(_ text: String, to stream: FileHandle) {
    try? stream.write(contentsOf: Data(text.utf8))
  }
}
