import Foundation
import Testing

@testable import Jingjian

/// Folders: nothing is read through a link that lies in the content or in the templates, and nothing is
/// written or cleared through one that was planted in the output.
struct SecurityFolderTests {
  private func site() throws -> Folder {
    let folder = try Folder()
    try folder.write("name: 试验站\norgan: 试验法院\n", to: "content/site.yml")
    try folder.write("---\ntitle: 说明\n---\n第一版。\n", to: "content/pages/about.md")
    try folder.write("mine", to: "elsewhere/p.pdf")
    try folder.write("mine", to: "elsewhere/work/thesis.doc")
    return folder
  }

  private func build(_ folder: Folder, packets: [String]? = nil) throws -> Build.Outcome {
    var request = Build.Request(
      site: folder.path, output: folder.path + "/output",
      templates: [(folder.path + "/templates", "templates"), (TestSite.templates, "default")],
      now: 0)
    request.date = "2025-12-31"
    request.packets = packets
    return try Build.run(request)
  }

  @Test(
    "a link in the place of a folder of the output is not written through",
    arguments: ["site", "packets", ".packets", ".jingjian.lock"])
  func planted(_ name: String) throws {
    let folder = try site()
    try folder.link("output/" + name, to: "elsewhere")
    let before = folder.all.union(["output/.jingjian.lock"])
    #expect(throws: Failure.self) { try build(folder) }
    #expect(folder.all == before)
    #expect(folder.text("elsewhere/p.pdf") == "mine")
  }

  @Test(
    "what a build clears away is the link and not what it leads to",
    arguments: [".site.new", ".site.old", ".packets.new", ".packets.old", ".jingjian.discarded"])
  func cleared(_ name: String) throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try? FileManager.default.removeItem(atPath: folder.path + "/output/" + name)
    try folder.link("output/" + name, to: "elsewhere")
    #expect(try build(folder).isFine)
    #expect(folder.text("elsewhere/p.pdf") == "mine")
    #expect(folder.names("elsewhere") == ["p.pdf", "work"])
    #expect(folder.text("output/site/index.html")?.contains("试验站") == true)
  }

  @Test(
    "a link in the old site is none of ours: nothing is built, and what it leads to stays",
    arguments: ["cases", "index.html", "data/manifest.json"])
  func linked(_ name: String) throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try? FileManager.default.removeItem(atPath: folder.path + "/output/site/" + name)
    try folder.link("output/site/" + name, to: "elsewhere")
    let failure = #expect(throws: Failure.self) { try build(folder) }
    #expect(failure?.text(in: .en, as: .text).contains(": \(name)") == true)
    #expect(folder.text("elsewhere/p.pdf") == "mine")
  }

  @Test("a site is verified by the link that was named, and by no link in it")
  func verified() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    for (name, target) in [("o", "output"), ("s", "output/site")] {
      try folder.link(name, to: target)
      #expect(try Build.verify(folder.path + "/" + name).isFine)
    }
    try FileManager.default.moveItem(
      atPath: folder.path + "/output/site/data/manifest.json", toPath: folder.path + "/m.json")
    try folder.link("output/site/data/manifest.json", to: "m.json")
    for name in ["o", "s", "output", "output/site"] {
      let verification = try Build.verify(folder.path + "/" + name)
      #expect(!verification.isFine)
      #expect(verification.text(in: .en).hasPrefix("data/manifest.json is a symbolic link"))
    }
    try FileManager.default.removeItem(atPath: folder.path + "/output/site/data/manifest.json")
    try FileManager.default.moveItem(
      atPath: folder.path + "/output/site", toPath: folder.path + "/moved")
    try folder.link("output/site", to: "moved")
    #expect(try !Build.verify(folder.path + "/output").isFine)
  }

  @Test(
    "a link in the content is told of and not followed",
    arguments: [
      "media/a.png", "media", "media/inner", "pages/a.md", "cases", "rankings", "rankings/scores",
      "rankings/scores/2025-01.csv", "ledgers/a.yml", "metrics", "departments.yml",
    ])
  func content(_ name: String) throws {
    let folder = try site()
    try folder.link("content/" + name, to: "elsewhere")
    let outcome = try build(folder)
    #expect(!outcome.isFine)
    #expect(outcome.report.contains { $0.place?.file == "content/" + name })
    #expect(folder.names("output") == [".jingjian.lock"] || folder.names("output").isEmpty)
  }

  @Test(
    "a link in the templates is told of and not followed",
    arguments: ["site", "print", "site/assets", "site/assets/a.css", "site/page.mustache"])
  func templates(_ name: String) throws {
    let folder = try site()
    try folder.link("templates/" + name, to: "elsewhere")
    let outcome = try build(folder)
    #expect(!outcome.isFine)
    #expect(
      outcome.report.map { "\($0.place?.file ?? "") \($0.message.code)" }
        == ["templates/\(name) symbolic-link"])
  }

  @Test("what templates are called stands on every disk")
  func templateNames() throws {
    let folder = try site()
    try folder.write("", to: "templates/site/assets/con.css")
    try folder.write("", to: "templates/site/assets/a b.css")
    #expect(
      try build(folder).report.compactMap { $0.place?.file } == [
        "templates/site/assets/a b.css", "templates/site/assets/con.css",
      ])
  }

  @Test("nothing is imported or made through a link")
  func written() throws {
    let folder = try site()
    try folder.write("关于作风建设的讲话\n同志们：\n好。\n", to: "speech.txt")
    for section in ["documents", "cases", "rankings"] {
      try folder.link("content/" + section, to: "elsewhere")
    }
    let before = folder.all
    #expect(throws: Failure.self) {
      try ImportedRecord(file: folder.path + "/speech.txt", site: folder.path)
    }
    let failure = #expect(throws: Failure.self) {
      try NewRecord(kind: "case", id: "a", site: folder.path, language: .zh, now: 0)
    }
    #expect(
      failure?.text(in: .zh, as: .text) == """
        错误：「\(folder.path)/content/cases」是链接（快捷方式），不是文件夹，没有写入 [symbolic-link]
        改法：把文件夹本身放到这里

        """)
    #expect(throws: Failure.self) {
      try NewRecord(kind: "scores", id: "2025-01", site: folder.path, language: .zh, now: 0)
    }
    #expect(folder.all == before)
  }

  @Test(
    "a pipe or a device is not read as if it were an empty file", arguments: ["/dev/zero", "pipe"])
  func devices(_ name: String) throws {
    let folder = try site()
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let file = name == "pipe" ? folder.path + "/pipe" : name
    #expect(throws: Failure.self) { try ImportedRecord(file: file, site: folder.path) }
    #expect(folder.names("content") == ["site.yml", "pages"])
  }

  @Test("a record of thousands of megabytes is told of and not read")
  func giantRecord() throws {
    let folder = try site()
    #expect(truncate(folder.path + "/content/pages/about.md", 1 << 40) == 0)
    #expect(try build(folder).report.map { $0.message.code } == ["file-size"])
  }

  @Test("a pipe in the content is told of and not waited for")
  func pipes() throws {
    let folder = try site()
    #expect(mkfifo(folder.path + "/content/pages/a.md", 0o600) == 0)
    #expect(try build(folder).report.map { $0.place?.file } == ["content/pages/a.md"])
  }

  @Test("a file of thousands of megabytes is told of and not read", arguments: ["a.mp4", "a.svg"])
  func giants(_ name: String) throws {
    let folder = try site()
    try folder.write("", to: "content/media/" + name)
    // It takes no room on the disk: nothing stands in it.
    #expect(truncate(folder.path + "/content/media/" + name, 1 << 40) == 0)
    try folder.write("", to: "templates/site/assets/a.css")
    #expect(truncate(folder.path + "/templates/site/assets/a.css", 1 << 40) == 0)
    let report = try build(folder).report.sortedForPrinting()
    #expect(report.map { $0.message.code } == ["file-size", "file-size"])
    #expect(
      report.map { $0.place?.file } == ["content/media/" + name, "templates/site/assets/a.css"])
  }
}
