import Foundation
import Testing

@testable import Jingjian

/// Whether the theme has a program for each kind of page that the program makes.
struct ThemeTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Jingjian").standardizedFileURL

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: sources.appending(path: path), encoding: .utf8)
  }

  @Test("each page view is in the theme, whether or not a site of the tests has such a page")
  func pages() throws {
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: Self.sources.appending(path: "Views").path)
    let declared = try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
      try Self.text("Views/" + file).matches(of: /struct (\w+): PageView/).map { String($0.1) }
    }
    #expect(declared.count > 40)
    #expect(declared.sorted() == Room.all.flatMap(\.views).map { "\($0)" }.sorted())
  }

  @Test("each view that a packet is composed of has a template of chapters")
  func chapters() throws {
    let composed = try Self.text("Writing/Print/Composer.swift")
      .matches(of: /(\w+Page)\(frame: \$0/).map { String($0.1) }
    #expect(composed.count > 10)
    #expect(Set(composed) == Set(Room.all.flatMap(\.chapters).map { "\($0)" }))
  }

  @Test("the navigation leads to the sections that have an index page, in their order")
  func navigation() throws {
    let published = try Published(try Published.demo.get().findings(on: Day(number: 20_453)))
    let home = try #require(published.text("index.html"))
    let indexes = Section.all.map(\.id).filter { published.text("\($0)/index.html") != nil }
    let led = home.matches(of: /<a href="(\w+)\/index\.html"/).map { String($0.1) }
    #expect(indexes.count > 10)
    #expect(Array(led.prefix(indexes.count)) == indexes)
  }
}
