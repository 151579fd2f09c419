import Foundation
import Testing

@testable import Jingjian

/// The manifest vouches for all that is published, and tells nothing of what is not.
struct ManifestTests {
  private static let settings = """
    name: 试验站
    organ: 试验法院
    audiences: [{id: all, name: 全院}, {id: leadership, name: 院领导}]

    """

  private static func manifest(_ built: Built) throws -> Manifest {
    try #require(Manifest.read(in: "/out/site", disk: built.disk.disk))
  }

  @Test(
    "it lists every published file but itself, and every source that is shown, with its SHA-256")
  func whole() throws {
    let site = TestSite([
      "content/cases/a.md": TestSite.caseText(),
      "content/cases/left.md": TestSite.caseText(["draft": "true"]),
      "content/cases/gone.md": TestSite.caseText(["withdrawn": "{date: 2025-05-01, reason: 复核}"]),
      "content/media/a.txt": "附件", "content/media/b.txt": "没有用到",
      "content/pages/p.md": "---\ntitle: 说明\n---\n\n[附件](../media/a.txt)\n",
    ])
    let built = try site.build()
    let manifest = try Self.manifest(built)
    var files = built.published
    files[Address.manifest.path] = nil
    #expect(
      manifest.files
        == files.map { Manifest.FileDigest(path: $0, sha256: Fingerprint.of($1)) }
        .sorted { $0.path < $1.path })
    let sources = [
      "content/cases/a.md", "content/departments.yml", "content/media/a.txt", "content/pages/p.md",
      "content/problems.yml", "content/site.yml",
    ]
    #expect(
      manifest.sources
        == sources.map {
          Manifest.FileDigest(path: $0, sha256: Fingerprint.of(Array((site[$0] ?? "").utf8)))
        })
    #expect(manifest.withdrawn == ["cases/gone.html"])
    #expect(manifest.date == "2025-12-31")
    #expect(manifest.audience == "all")
  }

  @Test(
    "of a source with a passage for others it tells what it would without it",
    arguments: ["甲。\n\n{}乙。\n", "甲。\n\n{}", "{}乙。\n", "甲。\r\n\r\n{}乙。\r\n"])
  func passages(_ text: String) throws {
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    let passage = ["::: 范围 leadership", "院领导先看。", ":::", "", ""].joined(separator: end)
    func build(_ passage: String) throws -> Built {
      let text = "---\(end)title: 说明\(end)---\(end)" + text.replacing("{}", with: passage)
      return try TestSite(["content/site.yml": Self.settings, "content/pages/p.md": text]).build()
    }
    #expect(try build(passage).published == build("").published)
    #expect(try build("丙。\(end)").published != build("").published)
  }

  @Test("so it does of a packet's text")
  func passagesOfPackets() throws {
    let text = "title: 简报\nkind: bulletin\ncontents:\n  - text: |\n      大家看的话。\n\n"
    let passage = "      ::: 范围 leadership\n      院领导先看这句话。\n      :::\n\n"
    func build(_ passage: String) throws -> Built {
      try TestSite([
        "content/site.yml": Self.settings, "content/packets/p.yml": text + passage + "      完。\n",
      ]).build()
    }
    #expect(try build(passage).published == build("").published)
    let scanned = try build(passage).outcome.summary(in: .en, seconds: 1, folder: "o/site")
    #expect(scanned.contains("for 1 unpublished sentence: none is there"), "\(scanned)")
  }

  @Test(
    "where a packet's passage is not in lines of its own, it is refused",
    arguments: [
      #"- text: "甲。\n::: 范围 leadership\n院领导先看这句话。\n:::\n完。""#,
      "- text: |\n      ```\n      甲\n  - text: |\n      ::: 范围 leadership\n      院领导先看。\n      :::",
    ])
  func inLine(_ contents: String) throws {
    let built = try TestSite([
      "content/site.yml": Self.settings,
      "content/packets/p.yml": "title: 简报\nkind: bulletin\ncontents:\n  \(contents)\n",
    ]).build()
    #expect(
      built.printed().hasPrefix(
        "content/packets/p.yml:1:1: error: a passage here does not stand in lines of its own [passage]\n"
      ), "\(built.printed())")
  }

  @Test("a private word that is by chance among its digits is no leak; among its names it is one")
  func digits() throws {
    let page = "---\ntitle: 说明\nprivate: [a0, zq]\n---\n\n甲。\n"
    var site = TestSite(["content/pages/p.md": page])
    #expect(try site.build().printed() == "")
    site["content/metrics/metrics.yml"] = "- id: zq\n  name: 指标\n"
    site["content/metrics/zq.csv"] = "月份,数值\n2025-01,3\n"
    #expect(try site.build().printed().contains("`zq`, which content/pages/p.md lists as private"))
  }

  @Test("an old address cannot take its place")
  func alias() throws {
    let site = TestSite([
      "content/pages/p.md": "---\ntitle: 说明\naliases: [data/manifest.json]\n---\n\n甲。\n"
    ])
    #expect(
      try site.build().printed() == """
        site/data/manifest.json/index.html:1:1: error: two pages have one address: `data/manifest.json/index.html`, `data/manifest.json` [doubled-address]
        fix: change the old address or the file name

        """)
  }
}

/// What was altered, added or taken away after publishing is found.
struct VerifyTests {
  private static func site() throws -> MemoryDisk {
    try TestSite(["content/cases/a.md": TestSite.caseText()]).build().disk
  }

  private static func verify(_ disk: MemoryDisk, _ folder: String = "/out") throws -> String {
    try Build.verify(folder, disk: disk.disk).text(in: .en)
  }

  @Test("a site as it was published is fine, named itself or by its output folder")
  func fine() throws {
    let disk = try Self.site()
    let bytes = try #require(disk.files["/out/site/data/manifest.json"])
    let count = disk.files.keys.count { $0.hasPrefix("/out/site/") } - 1
    let expected = "\(count) files as in the manifest, whose SHA-256 is \(Fingerprint.of(bytes))\n"
    #expect(try Self.verify(disk) == expected)
    #expect(try Self.verify(disk, "/out/site") == expected)
  }

  @Test("a changed byte, another file and a missing one are each told of")
  func differences() throws {
    let disk = try Self.site()
    let page = try #require(disk.files["/out/site/cases/a.html"])
    try disk.disk.replace(Array(page.dropLast()) + [33], "/out/site/cases/a.html")
    try disk.disk.write([1], "/out/site/cases/b.html")
    try disk.disk.remove("/out/site/404.html")
    #expect(
      try Self.verify(disk) == """
        missing: /out/site/404.html
        altered: /out/site/cases/a.html
        added: /out/site/cases/b.html
        3 differences from the manifest; restore a copy that you trust, or build the site again

        """)
    #expect(try !Build.verify("/out", disk: disk.disk).isFine)
  }

  @Test("any single change of any file is found")
  func any() throws {
    var random = SeededRandom(seed: 3)
    let disk = try Self.site()
    let paths = disk.files.keys.filter { $0.hasPrefix("/out/site/") }.sorted()
    #expect(paths.contains("/out/site/" + Address.manifest.path))
    for path in paths {
      let bytes = try #require(disk.files[path])
      guard !bytes.isEmpty else { continue }
      var altered = bytes
      altered[Int.random(in: 0..<bytes.count, using: &random)] ^= 1
      try disk.disk.replace(altered, path)
      let verification = try Build.verify("/out", disk: disk.disk)
      let before = try Build.verify("/out/site", disk: disk.disk).text(in: .en)
      // The manifest itself is known by its fingerprint.
      if path.hasSuffix(Address.manifest.path) {
        #expect(!before.contains(Fingerprint.of(bytes)), "\(path)")
      } else {
        #expect(!verification.isFine, "\(path)")
      }
      try disk.disk.replace(bytes, path)
    }
    #expect(try Build.verify("/out", disk: disk.disk).isFine)
  }

  @Test("the copies of packets beside the site are compared with those in it")
  func packets() throws {
    let disk = try Self.site()
    try disk.disk.write([1], "/out/packets/p.pdf")
    #expect(try Self.verify(disk).hasPrefix("added: /out/packets/p.pdf\n"))
  }

  @Test("packets that are gone are missed, and what a name says moves no cursor")
  func packetsGone() throws {
    let disk = try Self.site()
    let pdf = Manifest.FileDigest(path: "packets/p.pdf", sha256: Fingerprint.of([1]))
    let bytes = try #require(disk.files["/out/site/data/manifest.json"])
    let manifest = try #require(Manifest(decoding: bytes))
    let other = Manifest(
      date: manifest.date, files: manifest.files + [pdf], sources: [], withdrawn: [])
    try disk.disk.replace(other.bytes, "/out/site/data/manifest.json")
    try disk.disk.write([1], "/out/site/packets/p.pdf")
    try disk.disk.write([1], "/out/site/x\n9 files\u{1B}[8m")
    #expect(
      try Self.verify(disk) == """
        added: /out/site/x␊9 files␛[8m
        missing: /out/packets/p.pdf
        2 differences from the manifest; restore a copy that you trust, or build the site again

        """)
  }

  @Test("without a manifest that can be read nothing is called fine", arguments: [nil, "{", "[]"])
  func unreadable(_ manifest: String?) throws {
    let disk = try Self.site()
    try disk.disk.remove("/out/site/data/manifest.json")
    if let manifest { try disk.disk.write(Array(manifest.utf8), "/out/site/data/manifest.json") }
    let verification = try Build.verify("/out/site", disk: disk.disk)
    #expect(!verification.isFine)
    #expect(
      verification.text(in: .en)
        == "data/manifest.json is missing or damaged, nothing can be verified; build the site again\n"
    )
    #expect(throws: Failure.self) { try Build.verify("/out/nowhere", disk: disk.disk) }
  }
}
