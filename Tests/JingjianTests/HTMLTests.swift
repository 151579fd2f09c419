import Testing

@testable import Jingjian

/// The reader of our own HTML, and the search for bytes in bytes.
struct HTMLTests {
  /// A random piece of HTML of our kind, and the text that a reader of it sees.
  private struct Piece {
    var html = ""
    var shown = ""
    var attributes: [String] = []

    private static let words = [
      ("案例", "案例"), ("a &lt; b", "a < b"), ("&amp;lt;", "&lt;"), ("&#x4E00;&#65;", "一A"),
      ("&quot;引&quot;", "\"引\""), ("& 无名; &none;", "& 无名; &none;"), ("1 < 2", "1 < 2"), (" ", " "),
    ]

    init(depth: Int, _ random: inout SeededRandom) {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
        case 0: html += "<!-- <p title=\"x>y\"> -- > & -->"
        case 1:
          html +=
            ["<br>", "<img alt=\"\">", "<path d='M1 2>'/>", "<HR >"].randomElement(using: &random)
            ?? ""
        case 2: html += "<script type=\"text/x\">if (a</b && \"</p>\") {}</script>"
        case 3, 4: add(Self.words.randomElement(using: &random) ?? ("", ""))
        default:
          let name =
            ["p", "div", "svg", "template", "custom-element", "h1"].randomElement(using: &random)
            ?? "p"
          let value = Self.words.randomElement(using: &random) ?? ("", "")
          html += "<\(name) hidden data-x=\"\(value.0)>'\" \n lang='\(value.0)'>"
          attributes += ["", value.1 + ">'", value.1]
          let inner = Piece(depth: depth - 1, &random)
          html += inner.html + "</\(name)>"
          shown += inner.shown
          attributes += inner.attributes
        }
      }
    }

    private mutating func add(_ word: (written: String, read: String)) {
      html += word.written
      shown += word.read
    }
  }

  @Test(
    "what is read of a page, put together again, is the page; texts and values are as they are meant"
  )
  func whole() {
    var random = SeededRandom(seed: 13)
    for _ in 0..<2000 {
      let piece = Piece(depth: 4, &random)
      var (whole, shown): ([UInt8], String) = ([], "")
      var (depth, values): (Int, [String]) = (0, [])
      HTML.read(Array(piece.html.utf8)) { html in
        while let token = html.next() {
          #expect(token.range.lowerBound == whole.count && !token.range.isEmpty)
          whole += html.bytes[token.range]
          switch token {
          case .text(let range): shown += html.plain(range)
          case .open(let tag) where tag.isEmpty || tag.element == .script: break
          case .open(let tag):
            depth += 1
            values += html.attributes(of: tag).map { $0.value.map(html.plain) ?? "" }
          case .end(let tag): if tag.element != .script { depth -= 1 }
          case .hidden: break
          }
        }
      }
      #expect(String(decoding: whole, as: UTF8.self) == piece.html)
      #expect(shown == piece.shown, "\(piece.html)")
      #expect(values == piece.attributes, "\(piece.html)")
      #expect(depth == 0)
    }
  }

  @Test("bytes cut off anywhere are read to their end, and no further")
  func cut() {
    var random = SeededRandom(seed: 14)
    for _ in 0..<300 {
      let bytes = Array(Piece(depth: 3, &random).html.utf8)
      for end in bytes.indices {
        var whole: [UInt8] = []
        HTML.read(Array(bytes[..<end])) { html in
          while let token = html.next() {
            whole += html.bytes[token.range]
            if let tag = token.tag {
              for attribute in html.attributes(of: tag) { _ = attribute.value.map(html.plain) }
            }
          }
        }
        #expect(whole.elementsEqual(bytes[..<end]))
      }
    }
  }

  @Test("some bytes are found where a plain look finds them")
  func offsets() {
    var random = SeededRandom(seed: 15)
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 97...99, using: &random) }
    }
    for _ in 0..<2000 {
      let all = bytes(Int.random(in: 0...40, using: &random))
      let part = bytes(Int.random(in: 1...4, using: &random))
      let start = Int.random(in: 0...all.count, using: &random)
      let places = all.indices.filter { all[$0...].starts(with: part) }
      #expect(all.offset(of: part, from: start) == places.first { $0 >= start })
      #expect(
        all.dropFirst(start).offset(of: part) == places.first { $0 >= start }.map { $0 - start })
      #expect(String(decoding: all, as: UTF8.self).utf8.holds(part) == !places.isEmpty)
    }
    #expect("aaaa，".utf8.offsets(of: "aa".utf8) == [0, 2])
  }
}
