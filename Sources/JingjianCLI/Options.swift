public import ArgumentParser
internal import Foundation
public import Jingjian

extension Language: ExpressibleByArgument {}
extension Printer.DiagnosticsFormat: ExpressibleByArgument {}

/// Where the site is and in which language to speak: every command has these.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("站点文件夹，默认是当前文件夹（the site's folder）", valueName: "folder"))
  var site = "."

  @Option(help: ArgumentHelp("提示用的语言：zh 或 en（the language of messages）", valueName: "zh|en"))
  var language: Language?

  /// Where it is written to, unless a command is told otherwise.
  var output: String { site + "/output" }

  /// The language asked for, else that of the environment.
  var words: Language {
    Language(option: language?.rawValue, environment: ProcessInfo.processInfo.environment)
  }

  /// What is asked for where nothing is published.
  ///
  /// - Parameter date: the day that counts as today.
  func request(date: String?) -> Build.Request {
    var request = Build.Request(
      site: site, output: nil, templates: [], now: Int(Date().timeIntervalSince1970))
    request.date = date
    return request
  }
}

/// What `build` and `check` have in common.
struct BuildOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "写到哪里，默认 output，给较小范围的是 output-范围编号（the folder to write to）", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("以哪一天为今天（the day that counts as today）", valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("为哪个范围生成，默认最大的（the audience）", valueName: "id"))
  var audience: String?

  @Flag(help: "也包括草稿（include drafts）")
  var drafts = false

  @Flag(help: "不做印刷材料（make no packets）")
  var noPackets = false

  @Flag(help: "有警告也算失败（warnings fail too）")
  var strict = false

  @Option(help: ArgumentHelp("诊断写成文字或 JSON（diagnostics as text or JSON）", valueName: "text|json"))
  var diagnostics: Printer.DiagnosticsFormat = .text

  @Option(help: ArgumentHelp("随程序的模板文件夹（the program's templates）", valueName: "folder"))
  var templates: String?

  @Option(help: ArgumentHelp("排版程序 typst（the command typst）", valueName: "file"))
  var typst: String?

  /// Where to write.
  var folder: String {
    output ?? Build.folder(site.output, for: audience, of: site.site)
  }

  /// What was asked for.
  func request(publishing: Bool) -> Build.Request {
    var request = Build.Request(
      site: site.site, output: publishing ? folder : nil,
      templates: Templates.folders(site.site, templates),
      now: Int(Date().timeIntervalSince1970))
    (request.date, request.audience) = (date, audience)
    (request.drafts, request.strict) = (drafts, strict)
    request.prints = !noPackets
    request.typst = PressOptions.typst(typst)
    request.fonts = PressOptions.fonts(site.site)
    return request
  }

  /// - Parameter publishing: whether the site is to be written.
  /// - Returns: the exit code.
  func run(publishing: Bool) throws -> ExitCode {
    let start = ContinuousClock.now
    let request = request(publishing: publishing)
    let meter = Meter(language: site.words, isShown: Console.isWatched && diagnostics == .text)
    let outcome = try Console.telling(in: site.words, as: diagnostics) {
      defer { meter.clear() }
      return try Build.run(request, progress: { meter.note($0) })
    }
    Console.error(outcome.diagnostics(in: site.words, as: diagnostics, site: site.site))
    let took = (ContinuousClock.now - start) / .seconds(1)
    Console.print(
      outcome.summary(in: site.words, seconds: took, folder: publishing ? folder + "/site" : nil))
    return outcome.isFine ? .success : ExitCode(1)
  }
}

/// Where Typst and the fonts for print are found.
enum PressOptions {
  /// As named, else by the environment, else on the PATH, else what `scripts/setup` made.
  static func typst(_ named: String?) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = named ?? environment["JINGJIAN_TYPST"] { return named }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = folders.map { $0 + "/typst" } + ProgramOptions.places("scripts/typst")
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The site's own first.
  static func fonts(_ site: String) -> [String] {
    ([site + "/fonts"] + ProgramOptions.places("fonts") + ProgramOptions.places(".build/fonts"))
      .filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
          && isFolder.boolValue
      }.reduce(into: []) { folders, folder in
        if !folders.contains(folder) { folders.append(folder) }
      }
  }
}

/// Where the program's own files may lie: beside an installed binary, or in the checkout of a built one.
enum ProgramOptions {
  static func places(_ path: String) -> [String] {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent(
      "share/jingjian/" + path)
    var candidates = [installed]
    while folder.path != "/" {
      candidates.append(folder.appendingPathComponent(path))
      folder.deleteLastPathComponent()
    }
    return candidates.map(\.path)
  }
}

/// Where templates are found: the site's own, then those that came with the program – beside an
/// installed binary, or in the checkout of a built one.
enum Templates {
  static func folders(_ site: String, _ named: String?) -> [(path: String, shown: String)] {
    var folders = [(site + "/templates", "templates")]
    if let standard = named ?? standard, !isSame(standard, site + "/templates") {
      folders.append((standard, standard))
    }
    return folders
  }

  private static var standard: String? {
    ProgramOptions.places("templates").first {
      FileManager.default.fileExists(atPath: $0 + "/site/layout.mustache")
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    URL(fileURLWithPath: a).resolvingSymlinksInPath()
      == URL(fileURLWithPath: b).resolvingSymlinksInPath()
  }
}
