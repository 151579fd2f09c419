internal import ArgumentParser
internal import Jingjian

struct ExplainCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一个部门某期为什么有牌或没有牌（why a card was given, or not）")

  @OptionGroup var site: SiteOptions
  var outputFolder: String { site.output }

  @Option(help: ArgumentHelp("以哪一天为今天（the day that counts as today）", valueName: "day"))
  var date: String?

  @Argument(help: ArgumentHelp("部门的编号、名称或别名（the department）", valueName: "department"))
  var department: String

  @Argument(help: ArgumentHelp("期间：2025-03、2025-Q2 或 2025（the period）", valueName: "period"))
  var period: String

  func run() throws {
    let reasons = try Console.telling(in: site.words) {
      try Build.explain(department, period, site.request(date: date), in: site.words)
    }
    guard let text = reasons.text else {
      Console.error(reasons.diagnostics(in: site.words, site: site.site))
      throw ExitCode(1)
    }
    Console.print(text)
  }
}
