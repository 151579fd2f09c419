import Foundation
import Testing

@testable import Jingjian

/// Publishing on a real disk (docs/format.md, "Publishing").
struct PublisherTests {
  /// What lies in the output when a build has ended.
  static let left: Set<String> = ["site", ".jingjian.lock", ".manifest.json"]

  private func site() throws -> Folder {
    let folder = try Folder()
    try folder.write("name: 试验站\norgan: 试验法院\n", to: "content/site.yml")
    try folder.write("---\ntitle: 说明\n---\n第一版。\n", to: "content/pages/about.md")
    return folder
  }

  private func build(_ folder: Folder, output: String? = nil) throws -> Build.Outcome {
    var request = Build.Request(
      site: folder.path, output: output ?? folder.path + "/output",
      templates: [(TestSite.templates, "templates")], now: 0)
    request.date = "2025-12-31"
    return try Build.run(request)
  }

  @Test("a second build takes the place of the first, and leaves nothing of it")
  func replaces() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    #expect(folder.text("output/site/pages/about.html")?.contains("第一版") == true)
    try folder.write("---\ntitle: 另一页\n---\n第二版。\n", to: "content/pages/other.md")
    try FileManager.default.removeItem(atPath: folder.path + "/content/pages/about.md")
    #expect(try build(folder).isFine)
    #expect(folder.text("output/site/pages/other.html")?.contains("第二版") == true)
    #expect(folder.text("output/site/pages/about.html") == nil)
    #expect(folder.names("output") == PublisherTests.left)
  }

  @Test("a build that fails leaves the old site whole and clears its own folder")
  func fails() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    let before = folder.text("output/site/pages/about.html")
    try folder.write("---\ntitle: 坏页\n---\n[断链](no.html)\n", to: "content/pages/bad.md")
    #expect(try build(folder).errors == 1)
    #expect(folder.text("output/site/pages/about.html") == before)
    #expect(folder.names("output") == PublisherTests.left)
  }

  @Test("what a killed build left is cleared away")
  func clears() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try folder.write("half", to: "output/.site.new/cases/x.html")
    try folder.write("old", to: "output/.site.old/index.html")
    #expect(try build(folder).isFine)
    #expect(folder.names("output") == PublisherTests.left)
  }

  @Test("a site that was moved aside by a killed build is put back")
  func restores() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try FileManager.default.moveItem(
      atPath: folder.path + "/output/site", toPath: folder.path + "/output/.site.old")
    try folder.write("---\ntitle: 坏页\n---\n[断链](no.html)\n", to: "content/pages/bad.md")
    #expect(try build(folder).errors == 1)
    #expect(folder.text("output/site/pages/about.html")?.contains("第一版") == true)
  }

  @Test("two builds at once: the second says so and stops")
  func locks() throws {
    let folder = try site()
    let first = try Publisher(output: folder.path + "/output", disk: .disk)
    defer { first.close() }
    let failure = #expect(throws: Failure.self) { try build(folder) }
    #expect(
      failure?.text(in: .zh, as: .text)
        == """
        错误：另一个生成正在写「\(folder.path)/output」 [other-build]
        改法：等它结束再试，或用 --output 换一个文件夹

        """)
  }

  @Test("a symbolic link is not followed out of the output folder")
  func links() throws {
    let folder = try site()
    try folder.write("mine", to: "elsewhere/index.html")
    try folder.write("", to: "output/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/output/site", withDestinationPath: folder.path + "/elsewhere")
    #expect(throws: Failure.self) { try build(folder) }
    try FileManager.default.removeItem(atPath: folder.path + "/output/site")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/output/.site.new", withDestinationPath: folder.path + "/elsewhere")
    #expect(try build(folder).isFine)
    #expect(folder.text("elsewhere/index.html") == "mine")
    #expect(folder.names("elsewhere") == ["index.html"])
  }
}
