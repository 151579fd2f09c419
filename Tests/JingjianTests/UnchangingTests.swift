import Foundation
import Synchronization
import Testing

@testable import Jingjian

/// What is published is what was checked: a file that another program changes while a site is built stops
/// the build.
struct UnchangingTests {
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\" height=\"1\"/></svg>"

  private static func site() throws -> TestSite {
    TestSite([
      "content/pages/a.md": "---\ntitle: 甲\n---\n![图](../media/a.svg)\n\n[片](../media/a.mp4)\n",
      "content/media/a.svg": drawing,
      "content/media/a.mp4": "\0\0\0\u{8}free\0\0\0\u{8}free",
    ])
  }

  /// Builds a site of which a file holds other bytes from some time on.
  ///
  /// - Parameter readings: how often the file is read as it is.
  private static func build(
    _ path: String, _ bytes: [UInt8], after readings: Int
  ) throws -> (said: String, published: Int) {
    let memory = try site().memory
    var disk = memory.disk
    let count = Mutex(0)
    let change = { @Sendable (name: String) in
      guard name.hasSuffix(path) else { return }
      let isLate = count.withLock { count in
        count += 1
        return count > readings
      }
      if isLate { try? memory.disk.replace(bytes, name) }
    }
    let (read, part) = (disk.read, disk.part)
    disk.read = { name, limit throws(DiskFault) in
      change(name)
      return try read(name, limit)
    }
    disk.part = { name, start, length throws(DiskFault) in
      change(name)
      return try part(name, start, length)
    }
    var request = Build.Request(
      site: "/site", output: "/out", templates: [(TestSite.templates, "templates")], now: 0)
    request.date = "2025-12-31"
    var said = ""
    do {
      let outcome = try Build.run(request, disk: disk) { _ in }
      said = outcome.isFine ? "fine" : "\(outcome.report)"
    } catch let fault as DiskFault {
      said = Failure(fault.message).text(in: .zh, as: .text)
    }
    return (said, memory.files.keys.count { $0.hasPrefix("/out/site/") })
  }

  @Test(
    "whenever a drawing, a video or a record is changed, nothing is published",
    arguments: ["media/a.svg", "media/a.mp4", "pages/a.md"])
  func changed(_ path: String) throws {
    let other: [String: String] = [
      "media/a.svg": Self.drawing.replacing("<rect", with: "<a:script/><rect"),
      "media/a.mp4": "\0\0\0\u{8}free\0\0\0\u{8}skip", "pages/a.md": "---\ntitle: 乙\n---\n另一页。\n",
    ]
    let bytes = Array((other[path] ?? "").utf8)
    // How often the file is read when nothing changes it.
    var readings = 1
    while readings < 50 {
      let (said, published) = try Self.build(path, bytes, after: readings)
      if said == "fine" { break }
      #expect(
        said == """
          错误：「/site/content/\(path)」在生成的时候被改动，没有发布 [changed-meanwhile]
          改法：等它改完，再生成一次

          """, "after \(readings)")
      #expect(published == 0)
      readings += 1
    }
    // It is read when it is proven and when it is published, at least.
    #expect((2..<50).contains(readings))
  }

  @Test("a file that becomes a link is not read through it")
  func linked() throws {
    let folder = try Folder()
    try folder.write("mine", to: "secret")
    try folder.link("content/a", to: "secret")
    let disk = Disk.disk.unchanging(in: [folder.path + "/content"])
    #expect(throws: DiskFault.self) { try disk.read(folder.path + "/content/a", 100) }
    #expect(throws: DiskFault.self) { try disk.part(folder.path + "/content/a", 0, 100) }
    #expect(try disk.read(folder.path + "/secret", 100) == Array("mine".utf8))
  }
}
