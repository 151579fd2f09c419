internal import ArgumentParser
internal import Foundation
internal import Jingjian

struct WithdrawCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "撤回一条记录（withdraw a record）",
    discussion: "在记录里写下撤回的日期和原因；下次生成时原网址只留撤回说明。")

  @OptionGroup var site: SiteOptions
  var outputFolder: String { site.output }

  @Argument(help: ArgumentHelp("记录的编号，如 cases/anli-1（the record）", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("撤回的原因，会显示在页面上（why; shown on the page）", valueName: "text"))
  var reason: String

  @Flag(help: "页面上保留标题（the page keeps its title）")
  var keepTitle = false

  @Option(help: ArgumentHelp("撤回的日期，默认今天（the day of the withdrawal）", valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("随程序的模板文件夹（the program's templates）", valueName: "folder"))
  var templates: String?

  func run() throws {
    let record = try Console.telling(in: site.words) {
      try WithdrawnRecord(
        id: id, reason: reason, keepsTitle: keepTitle, site: site.site, date: date,
        now: Int(Date().timeIntervalSince1970), templates: Templates.folders(site.site, templates))
    }
    guard record.isWritten else {
      Console.error(record.diagnostics(in: site.words, site: site.site))
      throw ExitCode(1)
    }
    Console.print(record.text(in: site.words))
  }
}

struct VerifyCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对发布的网站有没有被改动（find what was altered in a published site）")

  @Argument(
    help: ArgumentHelp("网站的文件夹，或者它所在的 output（the site, or its output folder）", valueName: "folder"))
  var folder: String
  var outputFolder: String { folder }

  @Option(help: ArgumentHelp("提示用的语言：zh 或 en（the language of messages）", valueName: "zh|en"))
  var language: Language?

  func run() throws {
    let words = Language(
      option: language?.rawValue, environment: ProcessInfo.processInfo.environment)
    let verification = try Console.telling(in: words) { try Build.verify(folder) }
    Console.print(verification.text(in: words))
    if !verification.isFine { throw ExitCode(1) }
  }
}

struct ChangesCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "比较将要发布的和已经发布的，不发布（compare what would be published with what is）")

  @OptionGroup var options: BuildOptions
  var outputFolder: String { options.folder }

  @Flag(help: "印成一页审签单 FOLDER/changes.pdf（print a one-page sheet to be signed）")
  var print = false

  func run() throws {
    var request = options.request(publishing: true)
    request.publishes = false
    request.signsOff = print
    let words = options.site.words
    let outcome = try Console.telling(in: words, as: options.diagnostics) {
      try Build.run(request)
    }
    guard outcome.isFine, let text = outcome.changesText(in: words) else {
      Console.error(
        outcome.diagnostics(in: words, as: options.diagnostics, site: options.site.site))
      throw ExitCode(1)
    }
    Console.print(text)
    if print { Console.print(Build.signOffSheet(in: options.folder) + "\n") }
  }
}
