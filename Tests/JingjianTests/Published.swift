import Foundation

@testable import Jingjian

/// Pages of a site on a day, each rendered when it is asked for.
struct Published {
  let findings: Findings
  private let pages: [String: Page]
  private let chrome: Chrome

  init(_ findings: Findings) throws {
    self.findings = findings
    let all = Press.pages(findings, theme: try Self.theme.get())
    chrome = Chrome(findings, pages: all)
    pages = Dictionary(
      all.map { ($0.address.path, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The addresses of all web pages.
  var paths: [String] { pages.keys.filter { $0.hasSuffix(".html") }.sorted() }

  /// The text of a file; nothing when the site has none there.
  func text(_ path: String) -> String? {
    guard let page = pages[path] else { return nil }
    var bytes: [UInt8] = []
    if page.render(chrome, &bytes) != nil { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The main part of a page.
  ///
  /// - Parameter path: from the root, as it is on disk or as a link names it.
  func main(_ path: String) throws -> String {
    guard let main = text(Address.decode(path) ?? path)?.between("<main", "</main>") else {
      throw Failure(.noFolder(path))
    }
    // Between two blocks stands a space that is no part of either.
    return main.replacing("> <", with: "><")
  }

  private static let theme = Result {
    var report: [Diagnostic] = []
    let folder = TemplateFolder(path: TestSite.templates, shown: "default")
    guard let theme = try Theme.load([folder], disk: .disk, report: &report) else {
      throw Failure(.noFolder(TestSite.templates))
    }
    return theme
  }

  /// The demo, proven once.
  static let demo = Result {
    guard let site = try Proof(site: "/site", disk: try TestSite.demo.get().memory.disk).site else {
      throw Failure(.noFolder("content"))
    }
    return site
  }
}

/// A row of a table, as a reader takes it.
struct TableRow {
  let id: String?
  /// Without markup; line ends and what stands around them are one space.
  let cells: [String]
  /// From the site's root, not decoded.
  let links: [String]
}

extension String {
  /// What stands behind the first of two marks, up to the second or the end.
  func between(_ start: String, _ end: String) -> String? {
    guard let first = start.isEmpty ? startIndex..<startIndex : range(of: start) else { return nil }
    let last = range(of: end, range: first.upperBound..<endIndex)?.lowerBound ?? endIndex
    return String(self[first.upperBound..<last])
  }

  /// The rows of the tables that stand in it.
  var rows: [TableRow] {
    components(separatedBy: "<tr").dropFirst().map { part in
      let row = part.between("", "</tr>") ?? ""
      let cells = row.replacingOccurrences(of: "<th scope=\"row\"", with: "<td")
        .components(separatedBy: "<td").dropFirst()
        .map { String($0.drop { $0 != ">" }.dropFirst()).plain }
      let links = row.components(separatedBy: " href=\"").dropFirst().map { link in
        String(link.prefix { $0 != "\"" }).replacingOccurrences(of: "../", with: "")
      }
      let head = String(row.prefix { $0 != ">" })
      return TableRow(id: head.between("id=\"", "\""), cells: Array(cells), links: links)
    }.filter { !$0.cells.isEmpty }
  }

  /// Without markup; a tag parts words.
  var plain: String {
    var text = ""
    var isTag = false
    for scalar in unicodeScalars {
      switch scalar {
      case "<":
        isTag = true
        text += " "
      case ">" where isTag: isTag = false
      default: if !isTag { text.unicodeScalars.append(scalar) }
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The numbers in it, from left to right.
  var numbers: [Int] { split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) } }

  /// The first number behind some words.
  func number(after words: String) -> Int? { between(words, "\n")?.numbers.first }
}
