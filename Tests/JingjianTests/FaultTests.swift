import Foundation
import Testing

@testable import Jingjian

/// Wrong sites and all that is printed of them, in both languages. Each file of `Faults/` holds a
/// site's files and, behind them, what `check` prints; `RECORD=1` writes that anew and fails, so that
/// a change of words is seen and read.
struct FaultTests {
  @Test("a wrong site is told of in whole, and what was published stays", arguments: FaultCase.all)
  func wholeText(_ fault: FaultCase) throws {
    var fault = fault
    let built = try fault.site.build()
    #expect(!built.outcome.isFine)
    #expect(built.published == FaultCase.published, "what was published before is untouched")
    let (zh, en) = (built.printed(.zh), built.printed(.en))
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      fault.zh = zh
      fault.en = en
      try fault.write()
      Issue.record("recorded \(fault.name)")
    }
    #expect(fault.zh == zh)
    #expect(fault.en == en)
  }

  /// What a fix offers in 「」 is written in the place of what it is said of.
  @Test("what a fix offers takes the fault away")
  func offers() throws {
    let tried = try FaultCase.all.map(offers).reduce(0, +)
    #expect(tried > 60)
  }

  private func offers(of fault: FaultCase) throws -> Int {
    var tried = 0
    let report = try fault.site.build().outcome.report.sortedForPrinting()
    for diagnostic in report {
      for (offer, site) in diagnostic.offers(for: fault.site) {
        let left = try site.build().outcome.report.sortedForPrinting()
        let counts = [report, left].map { $0.count { $0.message.code == diagnostic.message.code } }
        #expect(counts[1] < counts[0], "\(diagnostic.message.text.zh): \(offer)")
        tried += 1
      }
    }
    return tried
  }

  /// A test with no arguments passes, so that a folder which is not found must fail here.
  @Test("each file of Faults is a wrong site of its own")
  func files() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: FaultCase.folder.path)
    #expect(!names.isEmpty)
    #expect(FaultCase.all.map { $0.name + ".txt" } == names.sorted())
    for fault in FaultCase.all { #expect(!fault.parts.isEmpty, "\(fault.name) holds no file") }
  }
}

extension Diagnostic {
  /// What its fix offers, and the site with that in the place of what was wrong.
  fileprivate func offers(for site: TestSite) -> [(offer: String, site: TestSite)] {
    guard let place, let fix = message.fix?.zh else { return [] }
    let forms = [/是不是「([^」]+)」？/, /(?:写成|改成|改名为)「([^」]+)」/, /写成「[^」]+」或「([^」]+)」/]
    return forms.flatMap { form in
      fix.matches(of: form).compactMap { match in
        let offer = String(match.output.1)
        return site.replacing(place, with: offer).map { (offer, $0) }
      }
    }
  }
}

extension TestSite {
  /// With a text in the place of what is there. A file is meant where nothing of it is; a whole line where
  /// the text holds its key.
  fileprivate func replacing(_ place: Place, with offer: String) -> TestSite? {
    guard let bytes = files[place.file] else { return nil }
    var site = self
    let text = (Encoding.decode(bytes).text ?? "").withPlainLineEnds
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0)
    }
    let isFile = place.line == 1 && place.column == 1 && place.length == 1
    if isFile {
      var parts = place.file.split(separator: "/").map(String.init)
      let isWhole = [".md", ".yml", ".csv", ".png"].contains { offer.hasSuffix($0) }
      parts[parts.count - 1] = isWhole ? offer : offer + "." + place.file.ending
      site.files[place.file] = nil
      site.set(parts.joined(separator: "/"), bytes: bytes)
      return site
    }
    guard lines.indices.contains(place.line - 1) else { return nil }
    var line = lines[place.line - 1]
    var range = min(place.column - 1, line.count)..<min(place.column - 1 + place.length, line.count)
    if let colon = offer.firstRange(of: ": "), !offer.hasPrefix("- "),
      let key = String(String.UnicodeScalarView(line)).firstRange(of: offer[..<colon.upperBound])
    {
      let text = String(String.UnicodeScalarView(line))
      range = text.unicodeScalars.distance(from: text.startIndex, to: key.lowerBound)..<line.count
    }
    line.replaceSubrange(range, with: Array(offer.unicodeScalars))
    lines[place.line - 1] = line
    site[place.file] = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    return site
  }
}

/// One file of `Faults/`: parts that begin with `== name` or `== name (encoding)`; signs that cannot be seen
/// in a name are written as in addresses.
struct FaultCase: CustomTestStringConvertible, Sendable {
  let name: String
  var zh = ""
  var en = ""
  fileprivate var parts: [(name: String, encoding: String?, text: String)] = []

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Faults")

  static let published: [String: [UInt8]] = {
    let files = ["404.html": [], "index.html": Array("old".utf8)]
    let entries = files.map { Manifest.FileDigest(path: $0, sha256: Fingerprint.of($1)) }
    let manifest = Manifest(date: "2025-01-01", files: entries, sources: [], withdrawn: [])
    return files.merging([Address.manifest.path: manifest.bytes]) { $1 }
  }()

  static var all: [FaultCase] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { FaultCase(file: $0) }
  }

  var testDescription: String { name }

  private init(file: String) {
    name = String(file.dropLast(4))
    let text =
      (try? String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
    for part in ("\n" + text).components(separatedBy: "\n== ").dropFirst() {
      let head = part.prefix { $0 != "\n" }
      let body = String(part.dropFirst(head.count + 1)) + "\n"
      let words = head.split(separator: " ")
      switch words.first {
      case "zh": zh = String(body.dropLast())
      case "en": en = String(body.dropLast(body.hasSuffix("\n\n") ? 2 : 1)) + "\n"
      default:
        let encoding = words.count > 1 ? words[1].trimmingCharacters(in: ["(", ")"]) : nil
        parts.append((String(words.first ?? ""), encoding, body))
      }
    }
    if !zh.hasSuffix("\n") { zh += "\n" }
  }

  var site: TestSite {
    var site = TestSite()
    for part in parts {
      switch part.encoding {
      case "absent": site[part.name] = nil
      case "bytes":
        site.set(
          part.name,
          bytes: part.text.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) }
        )
      case "gb18030":
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        site.set(part.name, bytes: Array(part.text.data(using: encoding) ?? Data()))
      case "utf16":
        site.set(
          part.name,
          bytes: [0xFF, 0xFE] + Array(part.text.data(using: .utf16LittleEndian) ?? Data()))
      case "mark": site.set(part.name, bytes: [0xEF, 0xBB, 0xBF] + Array(part.text.utf8))
      case "deep": site[part.name] = "标题: " + String(repeating: "[", count: 100_000) + "\n"
      default: site[part.name.removingPercentEncoding ?? part.name] = part.text
      }
    }
    site.published = Self.published
    return site
  }

  func write() throws {
    var text = ""
    for part in parts {
      text += "== \(part.name)" + (part.encoding.map { " (\($0))" } ?? "") + "\n" + part.text
    }
    text += "== zh\n\(zh)== en\n\(en)"
    try text.write(
      to: Self.folder.appendingPathComponent(name + ".txt"), atomically: true, encoding: .utf8)
  }
}
