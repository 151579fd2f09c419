import Foundation
import Testing

@testable import Jingjian

/// SECURITY.md: what it promises is tested by what it names.
struct SecurityPageTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: TestSite.checkout.appendingPathComponent(path), encoding: .utf8)
  }

  /// The cells of each row of its tables of threats.
  private static func threats() throws -> [[String]] {
    try text("SECURITY.md").components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
      .map { $0.components(separatedBy: " | ") }
      .filter { !$0[0].hasPrefix("| threat") && !$0[0].hasPrefix("| ---") }
  }

  @Test("every threat has a test, and every test that is named exists")
  func tests() throws {
    let threats = try Self.threats()
    #expect(threats.count > 30)
    for cells in threats {
      #expect(cells.count == 4, "\(cells[0])")
      let names = Self.names(in: cells.last ?? "")
      #expect(!names.isEmpty, "\(cells[0]) names no test")
      for name in names { #expect(try Self.exists(name), "there is no test \(name)") }
    }
    let last = try #require(try Self.text("SECURITY.md").between("## What must not", "\n## "))
    for name in Self.names(in: last) where name.hasSuffix("Tests") {
      #expect(try Self.exists(name), "there is no test \(name)")
    }
  }

  @Test("what it says of the code stands there")
  func places() throws {
    let sources = FileManager.default.subpaths(
      atPath: TestSite.checkout.appendingPathComponent("Sources").path)
    let files = Set((sources ?? []).map { $0.split(separator: "/").last.map(String.init) ?? "" })
    for cells in try Self.threats() where cells.count == 4 {
      for place in Self.names(in: cells[2]) where !place.hasPrefix("templates/") {
        let last = place.split(separator: "/").last.map(String.init) ?? ""
        let type = last.split(separator: ".").first.map(String.init) ?? ""
        guard type.first?.isUppercase == true else { continue }
        #expect(
          files.contains(type + ".swift") || files.contains(where: { $0 == type }),
          "\(place) is nowhere in Sources")
      }
    }
  }

  @Test("every page has the policy that runs nothing but the site's own files")
  func policy() throws {
    let policy =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
      + "script-src 'self'; img-src 'self' data:; media-src 'self' data:; base-uri 'none'; "
      + "form-action 'self'\">"
    // The page of a wrong address stands anywhere and loads nothing at all.
    let alone =
      "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
      + "form-action 'none'\">"
    let built = try TestSite(["content/cases/a.md": TestSite.caseText(["aliases": "[old.html]"])])
      .build()
    let pages = built.published.keys.filter { $0.hasSuffix(".html") }
    #expect(pages.contains("old.html") && pages.contains("404.html"))
    for page in pages {
      let head = try #require(built.page(page)?.between("<head>", "</head>"))
      #expect(head.contains(page == "404.html" ? alone : policy), "\(page)")
      // Before it nothing could load yet.
      #expect(head.between("", "Content-Security-Policy")?.contains("src=") == false)
    }
  }

  /// What stands between backticks.
  private static func names(in text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private static func exists(_ name: String) throws -> Bool {
    if name.hasPrefix("Tests/") { return tests.contains(String(name.dropFirst("Tests/".count))) }
    let parts = name.components(separatedBy: name.contains("/") ? "/" : ".")
    guard let function = parts.dropFirst().first else {
      return tests.contains { $0.hasSuffix("/\(name).swift") }
    }
    if parts[0] == "Faults" { return tests.contains("JingjianTests/Faults/\(function).txt") }
    let file = tests.first { path in
      let name = path.split(separator: "/").last ?? ""
      return name == parts[0] + ".swift" || path == "Command/\(parts[0]).py"
    }
    guard let file else { return false }
    let text = try text("Tests/" + file)
    return text.contains("func \(function)(") || text.contains("\ndef \(function)(")
  }

  private static let tests =
    FileManager.default.subpaths(atPath: TestSite.checkout.appendingPathComponent("Tests").path)
    ?? []
}
