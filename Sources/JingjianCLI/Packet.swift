internal import ArgumentParser
internal import Foundation
internal import Jingjian

struct PacketCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet", abstract: "只做指定的印刷材料（make some packets as PDF, without the site）")

  @OptionGroup var options: BuildOptions
  var outputFolder: String { options.folder }

  @Argument(help: ArgumentHelp("印刷材料的编号（ids of packets）", valueName: "id"))
  var ids: [String]

  func run() throws {
    var request = options.request(publishing: true)
    request.packets = ids
    let outcome = try Console.telling(in: options.site.words, as: options.diagnostics) {
      try Build.run(request)
    }
    guard outcome.isFine else {
      Console.error(
        outcome.diagnostics(
          in: options.site.words, as: options.diagnostics, site: options.site.site))
      throw ExitCode(1)
    }
    let lines = outcome.packetLines(in: options.site.words, folder: options.folder + "/packets")
    if outcome.isUnprinted {
      Console.error(lines)
      throw ExitCode(2)
    }
    Console.print(lines)
  }
}
