import Foundation
import Testing

@testable import Jingjian

/// A site in memory, and builds of it with the project's own templates: fixtures are written where
/// they are tested, and nothing touches the disk.
struct TestSite {
  var files: [String: [UInt8]]
  /// What an earlier build left in the output folder, by its path in the site.
  var published: [String: [UInt8]] = [:]

  /// A site with the least that must be there, and what a test adds: paths from the site's folder.
  init(_ files: [String: String] = [:]) {
    self.files = [
      "content/site.yml": "name: 试验站\norgan: 试验法院\n",
      "content/departments.yml": "- id: lian\n  name: 立案庭\n- id: zhixing\n  name: 执行局\n",
      "content/problems.yml": """
      - id: jilv
        name: 纪律意识淡薄
        children:
          - id: jilv-1
            name: 违规吃请

      """,
    ].mapValues { Array($0.utf8) }
    for (path, text) in files { self.files[path] = Array(text.utf8) }
  }

  subscript(path: String) -> String? {
    get { files[path].map { String(decoding: $0, as: UTF8.self) } }
    set { files[path] = newValue.map { Array($0.utf8) } }
  }

  mutating func set(_ path: String, bytes: [UInt8]) { files[path] = bytes }

  /// A case that is right in every respect; keys replace or add front matter lines.
  static func caseText(_ keys: [String: String] = [:], body: String? = nil) -> String {
    var lines: [(String, String)] = [
      ("title", "一起案例"), ("date", "2025-03-01"), ("department", "lian"), ("problems", "[jilv-1]"),
    ]
    for (key, value) in keys.sorted(by: { $0.key < $1.key }) {
      if let place = lines.firstIndex(where: { $0.0 == key }) {
        lines[place].1 = value
      } else {
        lines.append((key, value))
      }
    }
    let matter = lines.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)\n" }.joined()
    return "---\n\(matter)---\n" + (body ?? parts)
  }

  /// The five parts, each with a sentence.
  static let parts = Case.requiredParts.map { "## \($0)\n\n这是\($0)。\n" }.joined(separator: "\n")

  /// The site on a disk in memory.
  var memory: MemoryDisk { MemoryDisk(files: files, published: published) }

  /// Builds or checks the site in memory.
  func build(
    date: String? = "2025-12-31", output: Bool = true, audience: String? = nil,
    drafts: Bool = false
  ) throws -> Built {
    try build(date: date, output: output, audience: audience, drafts: drafts, now: 0)
  }

  /// Builds it for the day that a moment falls on.
  func build(now: Int) throws -> Built {
    try build(date: nil, output: true, audience: nil, drafts: false, now: now)
  }

  private func build(
    date: String?, output: Bool, audience: String?, drafts: Bool, now: Int
  ) throws -> Built {
    let disk = memory
    var request = Build.Request(
      site: "/site", output: output ? "/out" : nil,
      templates: [("/site/templates", "templates"), (TestSite.templates, "default")], now: now)
    (request.date, request.audience, request.drafts) = (date, audience, drafts)
    let outcome = try Build.run(request, disk: disk.disk) { _ in }
    return Built(outcome: outcome, disk: disk)
  }

  /// What follows from the site on a day, as far as it is right.
  func findings(on date: String) throws -> Findings {
    let proof = try Proof(site: "/site", disk: memory.disk)
    #expect(!proof.report.hasErrors)
    return try #require(proof.site).findings(on: try #require(Day(date)))
  }

  /// The checkout that is tested, and its templates.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let templates = checkout.appendingPathComponent("templates").path

  /// The demo, as it lies in the checkout, read once.
  static let demo = Result {
    var site = TestSite()
    site.files = [:]
    try site.read("content")
    return site
  }

  private mutating func read(_ folder: String) throws {
    for entry in try Disk.disk.list(Self.checkout.path + "/" + folder) {
      let path = folder + "/" + entry.name
      if entry.kind == .folder {
        try read(path)
      } else {
        files[path] = try Disk.disk.read(Self.checkout.path + "/" + path, 1 << 26)
      }
    }
  }
}

extension Site {
  /// What follows from it on a day, for its widest audience.
  func findings(on today: Day) -> Findings {
    var report: [Diagnostic] = []
    let selection = Selection(of: self, audience: 0, today: today, drafts: false, report: &report)
    return Findings(selection, report: &report)
  }
}

/// What came of a build in memory.
struct Built {
  let outcome: Build.Outcome
  let disk: MemoryDisk

  /// The diagnostics as they are printed.
  func printed(_ language: Language = .en, as form: Printer.DiagnosticsFormat = .text) -> String {
    let files = disk.files
    let printer = Printer(language: language, form: form) { file, number in
      let bytes = files["/site/" + file]
      let text = bytes.flatMap { Encoding.decode($0).text }
      let lines = text?.withPlainLineEnds.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.flatMap { $0.indices.contains(number - 1) ? String($0[number - 1]) : nil }
    }
    return printer.print(outcome.report.sortedForPrinting())
  }

  /// The published files by their path in the site.
  var published: [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: disk.files.compactMap { path, bytes in
        path.hasPrefix("/out/site/") ? (String(path.dropFirst("/out/site/".count)), bytes) : nil
      })
  }

  func page(_ path: String) -> String? {
    published[path].map { String(decoding: $0, as: UTF8.self) }
  }
}
