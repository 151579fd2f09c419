internal import ArgumentParser
internal import Jingjian

struct DueCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "列出逾期和快到期的事项（what is overdue and what falls due）")

  @OptionGroup var site: SiteOptions
  var outputFolder: String { site.output }

  @Option(help: ArgumentHelp("以哪一天为今天（the day that counts as today）", valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("只列这个部门或职务（of one department or role）", valueName: "id"))
  var department: String?

  @Option(help: ArgumentHelp("列到哪一天到期的，默认三十天以后（the last day that counts）", valueName: "day"))
  var until: String?

  @Flag(help: "写成表格，供 Excel 打开（as CSV for Excel）")
  var csv = false

  func run() throws {
    let due = try Console.telling(in: site.words) {
      try Build.due(owner: department, until: until, site.request(date: date))
    }
    guard let text = csv ? due.csv : due.text(in: site.words) else {
      Console.error(due.diagnostics(in: site.words, site: site.site))
      throw ExitCode(1)
    }
    Console.print(text)
  }
}
