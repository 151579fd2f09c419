import Foundation
import Testing

@testable import Jingjian

/// Which characters a font can print.
struct GlyphTests {
  private static func short(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
  }

  private static func long(_ number: Int) -> [UInt8] {
    short(number >> 16) + short(number & 0xFFFF)
  }

  /// A font that has nothing but a `cmap` with one table in it.
  private static func font(_ map: [UInt8]) -> [UInt8] {
    long(0x0001_0000) + short(1) + [UInt8](repeating: 0, count: 6)
      + Array("cmap".utf8) + long(0) + long(28) + long(12 + map.count)
      + short(0) + short(1) + short(3) + short(1) + long(12) + map
  }

  /// A–C by a difference, and of 一 and 丁 behind each other the second alone by a list of glyphs.
  private static var segments: [UInt8] {
    let ends = [0x43, 0x4E01, 0xFFFF]
    let starts = [0x41, 0x4E00, 0xFFFF]
    let head =
      short(4) + short(0) + short(0) + short(2 * ends.count) + short(0) + short(0) + short(0)
    return head + ends.flatMap(short) + short(0) + starts.flatMap(short)
      + [1, 0, 1].flatMap(short) + [0, 4, 0].flatMap(short) + [0, 7].flatMap(short)
  }

  private static var groups: [UInt8] {
    short(12) + short(0) + long(16 + 24) + long(0) + long(2)
      + long(0x4E00) + long(0x4E02) + long(1) + long(0x20000) + long(0x20000) + long(9)
  }

  private static func known(_ font: [UInt8], _ scalars: [Unicode.Scalar]) -> [Bool] {
    var glyphs = Glyphs()
    glyphs.add(font)
    return scalars.map(glyphs.contains)
  }

  @Test("segments: by a difference, and by a list in which 0 is no glyph")
  func format4() {
    #expect(
      Self.known(Self.font(Self.segments), ["@", "A", "C", "D", "一", "丁", "\u{FFFF}"])
        == [false, true, true, false, false, true, false])
  }

  @Test("groups, also beyond the first plane")
  func format12() {
    #expect(
      Self.known(Self.font(Self.groups), ["一", "丂", "七", "\u{20000}", "\u{20001}"])
        == [true, true, false, true, false])
  }

  @Test("a font cut off anywhere adds at most what it has, and never more")
  func cut() {
    for map in [Self.segments, Self.groups] {
      let font = Self.font(map)
      for length in 0...font.count {
        var glyphs = Glyphs()
        glyphs.add(Array(font[..<length]))
        #expect(!glyphs.contains("Z"))
      }
    }
  }

  /// The fonts that scripts/setup puts beside the build; where none are, the test is told of as skipped.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/fonts")

  @Test(
    "the characters that the packets' fonts are known to have and to lack",
    .enabled(
      if: FileManager.default.fileExists(atPath: folder.path), "scripts/setup gets the fonts"),
    arguments: [
      ("FandolFang-Regular.otf", "仿宋一", "镕喆😀س"), ("NotoSerifCJK-Regular.ttc", "镕喆玥—“", "😀س"),
      ("LXGWWenKai-Regular.ttf", "楷体镕", "😀"),
    ])
  func fonts(_ file: String, has: String, lacks: String) throws {
    let path = Self.folder.appendingPathComponent(file)
    let data = try Data(contentsOf: path)
    var glyphs = Glyphs()
    glyphs.add(Array(data))
    #expect(has.unicodeScalars.filter { !glyphs.contains($0) }.isEmpty)
    #expect(lacks.unicodeScalars.filter(glyphs.contains).isEmpty)
  }
}
