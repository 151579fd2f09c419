import Foundation
import Testing

@testable import Jingjian

/// Script in every field: whatever people write is shown as they wrote it, and nothing of it runs.
///
/// The fields are those of the schemas, so that one which is added later is tried too. What is
/// published with hostile texts must have the very tags that it has with harmless ones.
struct SecurityScriptTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)", "[x](javascript:alert(1))", "{{title}}{{{body}}}{{>layout}}{{/main}}",
    "</script><script>alert(1)</script>", "]]><x/>", "<!-- <b> -->", "--><b>",
    "#import \"x\" #read(\"/etc/passwd\") $x$", "&lt;b&gt;&#60;i&#62;", "%3Cscript%3E",
    "</title></style></textarea><svg onload=alert(1)>", "</main></body><main id=x><h1>",
    "\\\"\\u003cscript\\u003e", "`</code><script>`", "甲\nEND:VEVENT\r\nBEGIN:VEVENT\nURL:x",
  ]

  @Test("texts in all fields change no tag of any page", arguments: hostile)
  func fields(_ text: String) throws {
    let plain = try Self.plain.get()
    let built = try HostileSite(text).site.build()
    let isFine = built.outcome.isFine
    try #require(isFine, "\(built.printed())")
    for ending in [".html", ".xml"] {
      let harmless = try Self.skeletons(plain, ending)
      #expect(!harmless.isEmpty)
      #expect(try Self.skeletons(built, ending) == harmless)
    }
    #expect(Self.calendars(built) == Self.calendars(plain))
    for (path, bytes) in built.published where path.hasSuffix(".json") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }
    for (path, bytes) in built.published where path.hasPrefix("search/") {
      #expect(Self.isCall(bytes), "\(path)")
    }
  }

  @Test("texts of records run nothing", arguments: hostile.filter { !$0.contains("[x]") })
  func bodies(_ text: String) throws {
    var site = TestSite(["content/media/a.png": "GIF89a"])
    let body = """
      段落 \(text) 与 \(text)。

      > 引 \(text)

      - 项 \(text)

      | 甲 | 乙 |
      |---|---|
      | \(text) | 丙 |

      ## 标题 \(text)

      ``\(text)`` **\(text)**

      ```x \(text)
      \(text)
      ```

      ![图 \(text)](../media/a.png 'x \(text)') [文 \(text)](b.md) 注[^1]，《\(text)》第一条。

      [^1]: 注 \(text)

      """
    site["content/pages/c.md"] = "---\ntitle: 页\n---\n" + body
    site["content/pages/b.md"] = "---\ntitle: 页\n---\n正文。\n"
    let built = try site.build()
    let html = try #require(built.page("pages/c.html"), "\(built.printed())")
    let skeleton = Skeleton(html)
    #expect(skeleton.faults == [])
    let main = Skeleton(html.between("<main", "</main>") ?? "")
    #expect(
      Set(main.tags.map { $0.prefix { $0 != " " } }).isSubset(of: Self.written), "\(main.tags)")
    Self.checkAttributes(skeleton)
  }

  @Test(
    "a link leads to the web, to a mailbox or into the site, however it is spelt",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)",
      "<java\tscript:alert(1)>",
      "&#x6A;avascript:alert(1)", "<&#1;javascript:alert(1)>", "%6Aavascript:alert(1)",
      "javascript&colon;alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
      "//elsewhere.invalid/x", "\\\\elsewhere.invalid\\x", "/etc/passwd", "../../../../etc/passwd",
      "..%2F..%2F..%2Fetc%2Fpasswd", "../site.yml", "a.md%00.html", "blob:x", "view-source:x",
    ])
  func links(_ target: String) throws {
    for text in ["[文](\(target))", "![图](\(target))", "[文][a]\n\n[a]: \(target)"] {
      let site = TestSite(["content/pages/a.md": "---\ntitle: 页\n---\n\(text)\n"])
      let built = try site.build()
      #expect(!built.outcome.isFine && built.published.isEmpty, "\(text)")
    }
  }

  /// The elements that pages are written with.
  private static let written: Set<Substring> = Set(
    [
      "article", "header", "h1", "h2", "p", "div", "nav", "ol", "ul", "li", "a", "blockquote",
      "table",
      "thead", "tbody", "tr", "th", "td", "code", "strong", "pre", "figure", "figcaption", "img",
      "sup",
      "section", "details", "summary", "footer", "aside", "span", "dl", "dt", "dd",
    ].flatMap { [Substring($0), Substring("/" + $0)] })

  /// The site with harmless words.
  private static let plain = Result { try HostileSite("无害文字").site.build() }

  /// The tags of all pages, in an order that no title decides.
  private static func skeletons(_ built: Built, _ ending: String) throws -> [[String]] {
    let skeletons = built.published.filter { $0.key.hasSuffix(ending) }.map { path, bytes in
      let skeleton = Skeleton(String(decoding: bytes, as: UTF8.self))
      #expect(skeleton.faults == [], "\(path)")
      checkAttributes(skeleton)
      let inside = skeleton.sections.map { Skeleton($0) }
      for section in inside {
        #expect(section.faults == [], "\(path)")
        checkAttributes(section)
      }
      return skeleton.tags + inside.flatMap(\.tags)
    }
    try #require(!skeletons.isEmpty)
    return skeletons.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// No attribute runs anything, and none leads where a link must not lead.
  private static func checkAttributes(_ skeleton: Skeleton) {
    for attribute in skeleton.attributes {
      #expect(!attribute.name.lowercased().hasPrefix("on"), "\(attribute)")
      guard ["href", "src", "action", "poster"].contains(attribute.name) else { continue }
      let plain = attribute.value.filter { !$0.isWhitespace }.lowercased()
      #expect(!plain.hasPrefix("javascript") && !plain.hasPrefix("data:text/html"), "\(attribute)")
    }
  }

  /// The names of the lines of all calendars, whole again.
  private static func calendars(_ built: Built) -> [String] {
    built.published.filter { $0.key.hasSuffix(".ics") }.sorted { $0.key < $1.key }.flatMap {
      String(decoding: $0.value, as: UTF8.self).replacingOccurrences(of: "\r\n ", with: "")
        .components(separatedBy: "\r\n").map { String($0.prefix { $0 != ":" }) }
    }
  }

  /// Whether a script is one call with numbers, lists and strings, and nothing else.
  private static func isCall(_ bytes: [UInt8]) -> Bool {
    var outside = ""
    var isString = false
    var isEscaped = false
    for byte in bytes {
      if isEscaped { isEscaped = false; continue }
      if isString && byte == UInt8(ascii: "\\") { isEscaped = true; continue }
      if isString && byte < 32 { return false }
      if byte == UInt8(ascii: "\"") { isString.toggle() }
      if !isString { outside.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    let call = /jingjianSearch\.[a-z]+\([-\[\]{}0-9A-Za-z",:.\s]*\);?\s*/
    return !isString && outside.wholeMatch(of: call) != nil
  }
}
