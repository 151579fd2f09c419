import Foundation
import Synchronization
import Testing

@testable import Jingjian

/// What a build may take away, and what comes of faults once the new site stands.
struct OursTests {
  private func site() throws -> Folder {
    let folder = try Folder()
    try folder.write("name: 试验站\norgan: 试验法院\n", to: "content/site.yml")
    try folder.write("---\ntitle: 说明\n---\n第一版。\n", to: "content/pages/about.md")
    return folder
  }

  private func build(_ folder: Folder, disk: Disk = .disk) throws -> Build.Outcome {
    var request = Build.Request(
      site: folder.path, output: folder.path + "/output",
      templates: [(TestSite.templates, "templates")], now: 0)
    request.date = "2025-12-31"
    do {
      return try Build.run(request, disk: disk) { _ in }
    } catch let fault as DiskFault {
      throw Failure(fault.message)
    }
  }

  /// What is said instead of building; no file may have changed.
  private func refusal(_ folder: Folder, in language: Language = .en) throws -> String {
    let before = folder.all.union(["output/.jingjian.lock"])
    let failure = #expect(throws: Failure.self) { try build(folder) }
    #expect(folder.all == before)
    return failure?.text(in: language, as: .text) ?? ""
  }

  @Test("a site of somebody else's that looks like one is not replaced, nor is anything else")
  func foreign() throws {
    let folder = try site()
    try folder.write("mine", to: "output/site/index.html")
    try folder.write("mine", to: "output/site/404.html")
    #expect(
      try refusal(folder, in: .zh) == """
        错误：「\(folder.path)/output/site」里没有本程序的清单，认不出是谁的，不会覆盖它：404.html、index.html [foreign-folder]
        改法：把这个文件夹移走（确实不要的，删去），或用 --output 换一个文件夹

        """)
    #expect(folder.text("output/site/index.html") == "mine")
  }

  @Test(
    "what somebody put into our site, or changed there, stops the build, which names it",
    arguments: [
      ("site/thesis.doc", "thesis.doc"), ("site/pages/.git/config", "pages/.git/config"),
      ("site/index.html", "index.html (altered)"), ("site/assets/x/y.css", "assets/x/y.css"),
      ("packets/thesis.pdf", "thesis.pdf"), ("packets/.notes", ".notes"),
    ])
  func added(_ path: String, _ shown: String) throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try folder.write("mine", to: "output/" + path)
    let said = try refusal(folder)
    #expect(said.contains("not as published by us; it is not replaced: \(shown) ["), "\(said)")
    #expect(folder.text("output/" + path) == "mine")
  }

  @Test(
    "where something of ours was removed the next build puts it back",
    arguments: [
      "site/index.html", "site/pages", "site/data/manifest.json", "site/data", "site",
      ".manifest.json", ".jingjian.lock", ".packets",
    ])
  func removed(_ path: String) throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    let before = folder.all
    try? FileManager.default.removeItem(atPath: folder.path + "/output/" + path)
    #expect(try build(folder).isFine)
    #expect(folder.all == before)
  }

  @Test("what file managers leave keeps nobody from building")
  func leftBehind() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    for name in ["site/.DS_Store", "site/pages/Thumbs.db", "packets/desktop.ini", "site/._a"] {
      try folder.write("", to: "output/" + name)
    }
    #expect(try build(folder).isFine)
  }

  @Test("what `packet` printed is ours, though it stands in no manifest")
  func printed() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try folder.write("made", to: "output/packets/p.pdf")
    #expect(try refusal(folder).contains(": p.pdf ["))
    try folder.write("made", to: "output/.packets/0123.pdf")
    #expect(try build(folder).isFine)
    #expect(folder.names("output") == PublisherTests.left)
  }

  @Test(
    "an old file that cannot be removed is told of, the new site stands, and the next build clears")
  func leftOver() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try folder.write("---\ntitle: 说明\n---\n第二版。\n", to: "content/pages/about.md")
    var disk = Disk.disk
    disk.remove = { path throws(DiskFault) in
      if path.hasSuffix("discarded") {
        throw DiskFault(action: .remove, path: path + "/1/index.html", number: EACCES)
      }
      try Disk.disk.remove(path)
    }
    let outcome = try build(folder, disk: disk)
    #expect(outcome.isFine)
    #expect(outcome.report.map(\.message.code) == ["left-over"])
    #expect(
      outcome.diagnostics(in: .zh, as: .text, site: folder.path).hasPrefix("警告：旧文件没有删干净：无法删除「"))
    #expect(folder.text("output/site/pages/about.html")?.contains("第二版") == true)
    #expect(folder.names("output").contains(".jingjian.discarded"))
    #expect(try build(folder).report.isEmpty)
    #expect(folder.names("output") == PublisherTests.left)
  }

  @Test(
    "packets that could not be laid beside the site are told of, and are made by the next command")
  func oldPackets() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    // As a build with Typst would have left it.
    try folder.write("new", to: "output/site/packets/p.pdf")
    let path = folder.path + "/output/site/data/manifest.json"
    let old = try #require(Manifest(decoding: try Disk.disk.read(path, .max)))
    let pdf = Manifest.FileDigest(path: "packets/p.pdf", sha256: Fingerprint.of(Array("new".utf8)))
    let manifest = Manifest(
      date: old.date, files: old.files + [pdf], sources: old.sources, withdrawn: old.withdrawn)
    try Disk.disk.replace(manifest.bytes, path)
    var full = Disk.disk
    full.copy = { _, path throws(DiskFault) in
      throw DiskFault(action: .write, path: path, number: ENOSPC)
    }
    let output = Output(folder: folder.path + "/output", disk: full)
    #expect(output.isBehind)
    #expect(output.renewPackets().map(\.message.code) == ["old-packets"])
    #expect(output.isBehind && folder.text("output/packets/p.pdf") == nil)
    let next = try Publisher(output: folder.path + "/output", disk: .disk)
    #expect(next.report.isEmpty)
    next.close()
    #expect(folder.text("output/packets/p.pdf") == "new")
    #expect(folder.names("output") == PublisherTests.left.union(["packets"]))
  }

  @Test("all that was written lies on the disk before the exchange, and the exchange after it")
  func flushed() throws {
    let folder = try site()
    let steps = Mutex<[String]>([])
    let note = { @Sendable (step: String) in steps.withLock { $0.append(step) } }
    var disk = Disk.disk
    disk.write = { bytes, path throws(DiskFault) in
      note("write")
      try Disk.disk.write(bytes, path)
    }
    disk.flush = { folder throws(DiskFault) in
      note("flush")
      try Disk.disk.flush(folder)
    }
    disk.settle = { folder throws(DiskFault) in
      note("settle")
      try Disk.disk.settle(folder)
    }
    disk.move = { from, to throws(DiskFault) in
      if to.hasSuffix("/site") { note("exchange") }
      try Disk.disk.move(from, to)
    }
    disk.exchange = { a, b throws(DiskFault) in
      note("exchange")
      try Disk.disk.exchange(a, b)
    }
    for _ in 0..<2 {
      steps.withLock { $0 = [] }
      #expect(try build(folder, disk: disk).isFine)
      let order = steps.withLock { $0 }
      #expect(order.drop { $0 == "write" } == ["flush", "exchange", "settle"])
    }
  }

  @Test("a disk that cannot be flushed publishes nothing")
  func unflushed() throws {
    let folder = try site()
    #expect(try build(folder).isFine)
    try folder.write("---\ntitle: 说明\n---\n第二版。\n", to: "content/pages/about.md")
    var disk = Disk.disk
    disk.flush = { folder throws(DiskFault) in
      throw DiskFault(action: .flush, path: folder, number: EIO)
    }
    #expect(throws: Failure.self) { try build(folder, disk: disk) }
    #expect(folder.text("output/site/pages/about.html")?.contains("第一版") == true)
    #expect(folder.names("output") == PublisherTests.left)
  }

  @Test("nobody else can look into the folder where a build works")
  func closed() throws {
    let folder = try site()
    let publisher = try Publisher(output: folder.path + "/output", disk: .disk)
    defer { publisher.close() }
    let path = folder.path + "/output/.site.new"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    try Printing.lay([], in: folder.path + "/output/.packets/work", .disk)
    let work = folder.path + "/output/.packets/work"
    #expect(
      try FileManager.default.attributesOfItem(atPath: work)[.posixPermissions] as? Int == 0o700)
  }
}
