internal import Foundation

/// A typesetter: Typst with its fonts, as found on this machine (docs/format.md, "Fonts").
struct Typesetter: Sendable {
  /// What to call and with what in front.
  let command: String
  /// Folders with fonts, a site's own first.
  let fontFolders: [String]
  let families: Fonts

  /// The families of each fount that are there, in the order in which they are tried.
  struct Fonts: Sendable {
    let founts: [(name: String, families: [String])]

    /// What is asked of each fount: a site's own faces before the free one.
    private static let wanted: [(name: String, families: [String])] = [
      ("title", ["FZXiaoBiaoSong-B05S", "方正小标宋简体", "Noto Serif CJK SC"]),
      ("song", ["Noto Serif CJK SC"]),
      ("hei", ["Noto Sans CJK SC"]),
      ("kai", ["KaiTi_GB2312", "楷体_GB2312", "LXGW WenKai"]),
      ("fang", ["FangSong_GB2312", "仿宋_GB2312", "FandolFang R"]),
      ("mono", ["Noto Sans Mono CJK SC"]),
    ]

    /// Those that are tried last, the simplified forms first.
    private static let last = [
      "Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai", "Noto Sans Mono CJK SC",
    ]

    /// Each fount ends with all families that are there, so that a character which any font has is
    /// printed wherever it stands.
    ///
    /// - Returns: nothing when a fount has no face of its own.
    init?(_ known: Set<String>) {
      founts = Fonts.wanted.map { fount in
        let families = (fount.families + Fonts.last).filter(known.contains)
        return (fount.name, (families + known.sorted()).uniqued())
      }
      guard Fonts.wanted.allSatisfy({ $0.families.contains(where: known.contains) }) else {
        return nil
      }
    }

    var json: JSON {
      .object(founts.map { ($0.name, .list($0.families.map { .string($0) })) })
    }
  }

  init(command: String, fontFolders: [String]) throws(Printed.Lack) {
    self.command = command
    self.fontFolders = fontFolders
    let fonts = fontFolders.flatMap { ["--font-path", $0] }
    guard
      let listed = try? Typesetter.run(
        command, ["fonts", "--ignore-system-fonts", "--ignore-embedded-fonts"] + fonts),
      listed.code == 0
    else { throw .typst }
    guard let families = Fonts(Set(listed.said.split(separator: "\n").map(String.init))) else {
      throw .fonts
    }
    self.families = families
  }

  /// Sets a file in the folder `root` as a PDF.
  ///
  /// - Parameter template: in `root/print`.
  /// - Returns: what Typst says against it; nothing when it is done.
  func set(
    _ data: String, by template: String = "packet.typ", root: String, to output: String
  ) throws(DiskFault) -> String? {
    let arguments =
      [
        "compile", "--root", root, "--ignore-system-fonts", "--ignore-embedded-fonts",
        "--pdf-standard", "ua-1",
      ]
      + fontFolders.flatMap { ["--font-path", $0] }
      + ["--input", "data=/\(data)", root + "/print/" + template, output]
    guard let result = try? Typesetter.run(command, arguments) else {
      throw DiskFault(action: .read, path: command, number: 0)
    }
    return result.code == 0 ? nil : result.said.isEmpty ? "exit \(result.code)" : result.said
  }

  /// The files of the fonts.
  func fontFiles(_ disk: Disk) throws(DiskFault) -> [String] {
    var files: [String] = []
    for folder in fontFolders {
      for entry in try disk.list(folder) {
        let name = entry.name.lowercased()
        if [".ttc", ".ttf", ".otf", ".otc"].contains(where: name.hasSuffix) {
          files.append(folder + "/" + entry.name)
        }
      }
    }
    return files
  }

  private static func run(
    _ command: String, _ arguments: [String]
  ) throws -> (code: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    // A template could import a package, which Typst would fetch from its makers' server: what is
    // printed is made of what lies in the site alone, and its words are told nobody. Nothing listens on
    // this port.
    let nowhere = "http://127.0.0.1:9"
    var environment = ProcessInfo.processInfo.environment
    for name in [
      "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY",
    ] {
      environment[name] = nowhere
    }
    environment["no_proxy"] = nil
    environment["NO_PROXY"] = nil
    process.environment = environment
    // One pipe for both, so that neither can fill while the other is read.
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
