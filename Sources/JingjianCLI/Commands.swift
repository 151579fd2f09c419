internal import ArgumentParser
internal import Foundation
internal import Jingjian

struct BuildCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "生成网站（build the site）")

  @OptionGroup var options: BuildOptions
  var outputFolder: String { options.folder }

  @Flag(help: "为每个范围各生成一份（an edition for each audience）")
  var editions = false

  func validate() throws {
    if editions, options.audience != nil {
      throw ValidationError("--editions 与 --audience 只写一个（give one of them）")
    }
  }

  func run() throws {
    guard editions else { throw try options.run(publishing: true) }
    let audiences = try Console.telling(in: options.site.words) {
      try Build.audiences(of: options.site.site)
    }
    // One that fails does not keep the others from being published; the worst is the exit code.
    var code = ExitCode.success
    for audience in audiences.isEmpty ? [nil] : audiences.map(Optional.some) {
      var edition = options
      edition.audience = audience
      edition.output = options.output.map {
        Build.folder($0, for: audience, of: options.site.site)
      }
      do {
        let ended = try edition.run(publishing: true)
        if ended.rawValue > code.rawValue { code = ended }
      } catch let ended as ExitCode {
        if ended.rawValue > code.rawValue { code = ended }
      }
    }
    throw code
  }
}

struct CheckCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "只检查，不发布（all of build but the last step）")

  @OptionGroup var options: BuildOptions
  var outputFolder: String { options.folder }

  @Flag(help: "把只有一种改法的错误改好（mend what has exactly one right answer）")
  var fix = false

  @Flag(help: "与 --fix 同用：只显示要改的行（with --fix: only show the lines）")
  var dryRun = false

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run 要与 --fix 同用（goes with --fix）") }
  }

  func run() throws {
    if fix {
      try Console.telling(in: options.site.words, as: options.diagnostics) {
        let mending = try Mending(site: options.site.site)
        Console.print(mending.diff)
        if dryRun { throw ExitCode.success }
        try mending.write()
      }
    }
    throw try options.run(publishing: false)
  }
}

struct ImportCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "把讲话稿（.txt）变成文件记录（make document records of speeches）")

  @OptionGroup var site: SiteOptions
  var outputFolder: String { site.output }

  @Argument(help: ArgumentHelp("纯文本文件，UTF-8 或 GB18030（plain text）", valueName: "file"))
  var files: [String]

  func run() throws {
    var code: Int32 = 0
    for file in files {
      do {
        Console.print(try ImportedRecord(file: file, site: site.site).text(in: site.words))
      } catch let failure as Failure {
        Console.error(failure.text(in: site.words, as: .text))
        code = max(code, failure.code)
      }
    }
    if code > 0 { throw ExitCode(code) }
  }
}

struct NewCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建一份带说明的空白记录（write a blank record）")

  @OptionGroup var site: SiteOptions
  var outputFolder: String { site.output }

  @Argument(
    help: ArgumentHelp(
      "记录的种类：lesson、case、exemplar、clarification、quiz、regulation、document、page、scores，或中文名（the kind）",
      valueName: "kind"))
  var kind: String

  @Argument(
    help: ArgumentHelp(
      "编号，也就是文件名；得分表写月份（the file's name without its ending）", valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp("以哪一天为今天，微课写这一天所在的周（the day that counts as today）", valueName: "day"))
  var date: String?

  func run() throws {
    let record = try Console.telling(in: site.words) {
      try NewRecord(
        kind: kind, id: id, site: site.site, language: site.words, date: date,
        now: Int(Date().timeIntervalSince1970))
    }
    Console.print(record.path + "\n")
  }
}
