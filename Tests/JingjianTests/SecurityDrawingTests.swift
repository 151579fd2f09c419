import Synchronization
import Testing

@testable import Jingjian

/// Drawings (SVG): what is on no list of what draws is refused at its place, and what is published is
/// written anew from what was read, so that no browser can read it otherwise.
struct SecurityDrawingTests {
  private static let svg = "xmlns=\"http://www.w3.org/2000/svg\""
  private static let space = "http://www.w3.org/2000/svg"
  private static let xlink = "xmlns:l=\"http://www.w3.org/1999/xlink\""
  private static let html = "http://www.w3.org/1999/xhtml"

  /// What is told of a drawing, and what is published of it.
  private static func read(_ text: String) -> (told: [String], written: String?) {
    var report: [Diagnostic] = []
    let artwork = Artwork(SourceFile(path: "a.svg", text: text), report: &report)
    let told = report.sortedForPrinting().map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity.rawValue) \($0.message.text.en)"
    }
    return (told, artwork.map { String(decoding: $0.bytes, as: UTF8.self) })
  }

  private static func drawing(_ inside: String, _ attributes: String = "") -> String {
    "<svg \(svg) \(xlink) \(attributes)>\(inside)</svg>"
  }

  /// Each with a part of what is told of it.
  static let hostile: [(String, String)] = [
    // The element that runs, under every name that it may have.
    (drawing("<script>alert(1)</script>"), "`<script`"),
    (drawing("<a1:script xmlns:a1=\"\(space)\">alert(1)</a1:script>"), "`<script`"),
    (drawing("<图:script xmlns:图=\"\(space)\">alert(1)</图:script>"), "`<script`"),
    (drawing("<_:script xmlns:_=\"\(space)\">alert(1)</_:script>"), "`<script`"),
    (drawing("<g xmlns=\"\(html)\"><script>alert(1)</script></g>"), "`<g`"),
    (drawing("<h1:iframe xmlns:h1=\"\(html)\" src=\"x.html\"/>"), "`<iframe`"),
    (drawing("<h1:p xmlns:h1=\"&#104;ttp://www.w3.org/1999/xhtml\"/>"), "`<p`"),
    (drawing("<script xmlns=\"\">alert(1)</script>"), "`<script`"),
    (drawing("<handler type=\"text/javascript\">alert(1)</handler>"), "`<handler`"),
    (drawing("<foreignObject><p xmlns=\"\(html)\">x</p></foreignObject>"), "`<foreignObject`"),
    (drawing("<e:listener xmlns:e=\"http://www.w3.org/2001/xml-events\"/>"), "`<listener`"),
    (drawing("<Script>alert(1)</Script>"), "`<Script`"),
    (drawing("<unknown/>"), "`<unknown`"),
    ("<h:html xmlns:h=\"\(html)\"><h:script>alert(1)</h:script></h:html>", "`html`"),
    ("<svg/>", "no drawing"), ("<svg xmlns=\"\(space)\n\"/>", "no drawing"),
    // Attributes that run.
    (drawing("", "onload=\"alert(1)\""), "`onload`"),
    (drawing("<g\n  ONCLICK\n =\n'x'/>"), "`ONCLICK`"),
    (drawing("<g onzukunft='x'/>"), "`onzukunft`"), (drawing("<g ping='x'/>"), "`ping`"),
    (drawing("", "xml:base=\"javascript:\""), "`xml:base`"),
    // Animations that make a link out of nothing.
    (drawing("<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/></a>"), "`<set`"),
    (drawing("<animate attributeName=\"xlink:href\" values=\"javascript:x\"/>"), "`<animate`"),
    (drawing("<animateMotion onbegin=\"alert(1)\"/>"), "`<animateMotion`"),
    // Links, whatever hides their scheme.
    (drawing("<a href=\"javascript:alert(1)\"/>"), "`javascript:`"),
    (drawing("<a l:href=\"JaVaScript:alert(1)\"/>"), "`JaVaScript:`"),
    (drawing("<a href=\"&#000000000106;avascript:alert(1)\"/>"), "`javascript:`"),
    (drawing("<a href=\"&#x0000000000000006A;avascript:alert(1)\"/>"), "`javascript:`"),
    (drawing("<a href=\" java&#9;scr&#10;ipt:alert(1)\"/>"), "`javascript:`"),
    (drawing("<a href=\"data:text/html,x\"/>"), "data:text/html"),
    (drawing("<a href=\"x.html\"/>"), "href=x.html"), (drawing("<a href=\"//a.b/c\"/>"), "//a.b/c"),
    (drawing("<a href=\"file:///etc/passwd\"/>"), "file:"),
    (drawing("<use href=\"data:image/svg+xml,&lt;svg/>#x\"/>"), "data:image/svg"),
    (drawing("<use l:href=\"other.svg#x\"/>"), "other.svg"),
    (drawing("<image href=\"x.svg\"/>"), "href=x.svg"),
    (drawing("<image href=\"http://a.b/c.png\"/>"), "href=http://a.b/c.png"),
    (drawing("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>"), "data:image/svg"),
    // A page that says it is a picture.
    (drawing("<image href=\"data:image/png;base64,PGh0bWw+PGh0bWw+\"/>"), "data:image/png"),
    (drawing("<feImage href=\"x.svg\"/>"), "x.svg"), (drawing("<g href=\"http://a.b\"/>"), "a.b"),
    (drawing("<pattern href=\"http://a.b/c.svg#d\"/>"), "a.b"),
    // Styles that load or run.
    (drawing("<style>@import url(http://a.b);</style>"), "@import"),
    (drawing("<style>@font-face{src:url(x)}</style>"), "@font-face"),
    (drawing("<style><![CDATA[a{fill:red}]]>@import 'x';</style>"), "@import"),
    (drawing("<style>a{fill:url(http://a.b/c.svg#d)}</style>"), "url(http://a.b"),
    (drawing("<style>a{fill:URL( 'x.svg#d')}</style>"), "url(x.svg"),
    (drawing("<style>a{fill:\\75rl(x)}</style>"), "`\\75rl"),
    (drawing("<style>a{fill:u/**/rl(x)}</style>"), "rl("),
    (drawing("<style>a{width:expression(alert(1))}</style>"), "expression("),
    (drawing("<style>a{width:ｅｘｐｒｅｓｓｉｏｎ(alert(1))}</style>"), "("),
    (drawing("<style>a{behavior:url(#x)}</style>"), "behavior:"),
    (drawing("<style>a{-moz-binding:url(#x)}</style>"), "-moz-binding:"),
    (drawing("<style>a[href^='x']{fill:red}</style>"), "[href"),
    (drawing("<style>a{fill:image-set('x')}</style>"), "image-set("),
    (drawing("<style>a{--x:url(http://a.b)}</style>"), "url(http://a.b"),
    (drawing("<style>/* a{fill:red}</style>"), "`/*`"),
    (drawing("<style>a{font-family:\"x\n}@import 'y';</style>"), "is not among"),
    (drawing("<style>a{fill:red</style>"), "is not among"),
    (drawing("<style><g/></style>"), "`<g`"),
    (drawing("<style type=\"text/xsl\">x</style>"), "type=text/xsl"),
    (drawing("<g style=\"fill:url(&quot;http://a.b&quot;)\"/>"), "url(http://a.b"),
    (drawing("<g style=\"fill:u\\72l(x)\"/>"), "`\\72l"),
    (drawing("<g fill=\"url(x.svg#a)\"/>"), "url(x.svg"),
    (drawing("<g filter=\"url(&#x68;ttp://a.b)\"/>"), "url(http://a.b"),
    (drawing("<g cursor=\"url(http://a.b),auto\"/>"), "url(http://a.b"),
    (drawing("<g mask=\"\\75 rl(http://a.b)\"/>"), "mask=\\75"),
    // What makes something out of nothing.
    ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg \(svg)/>", "`<!DOCTYPE`"),
    ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]><svg \(svg)/>", "`<!DOCTYPE`"),
    ("<!DOCTYPE svg SYSTEM 'x.dtd'><svg \(svg)>&a;</svg>", "`&a;`"),
    ("<!DOCTYPE svg SYSTEM 'x.dtd' [%p;]><svg \(svg)/>", "`<!DOCTYPE`"),
    ("<?xml-stylesheet href='x' type='text/xsl'?><svg \(svg)/>", "`<?xml-stylesheet`"),
    (drawing("<?a b?>"), "`<?a`"), ("<svg \(svg)/><?a b?>", "`<?a`"),
    // What is no XML, and what only some browsers would read.
    (drawing("&nbsp;"), "not well-formed"), (drawing("<x:g/>"), "not well-formed"),
    (drawing("<g id='a' id='b'/>"), "not well-formed"), ("<svg \(svg)>", "not well-formed"),
    ("<svg \(svg)/><svg \(svg)/>", "not well-formed"), ("", "not well-formed"),
    (drawing("<![CDATA[ ]]]]>><script/>"), "`<script`"),
    (drawing("<!-- -- > --><script/>"), "not well-formed"),
    (
      String(repeating: "<g \(svg)>", count: 300) + String(repeating: "</g>", count: 300),
      "no drawing"
    ),
    (drawing(String(repeating: "<g>", count: 300)), "nest too deep"),
  ]

  @Test("what runs, loads or is unknown in a drawing is refused", arguments: hostile.indices)
  func refused(_ n: Int) {
    let (text, part) = Self.hostile[n]
    let (told, written) = Self.read(text)
    #expect(written == nil, "\(text)")
    #expect(told.contains { $0.contains(part) }, "\(text)\n\(told)")
  }

  @Test("it is told of at its line, its column counted in characters")
  func places() {
    let text = """
      <svg \(Self.svg)>
        <title>廉</title><g
          fill="red" 图="x" onload="y"/>
        <style>
          a { fill: red }
          b { 廉: red }
        </style>
      </svg>
      """
    #expect(
      Self.read(text).told == [
        "3:16 error this drawing holds `图`, which is not among what a drawing may hold",
        "3:22 error this drawing holds `onload`, which runs something on the machine that opens it",
        "6:9 error this drawing holds `廉:`, which is not among what a drawing may hold",
      ])
  }

  /// As programs write them, with what is published of them.
  static let exports: [(name: String, text: String, written: String)] = [
    (
      "Inkscape",
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- Created with Inkscape -->
      <svg width="210mm" viewBox="0 0 210 297" version="1.1" id="svg1" inkscape:version="1.3"
         sodipodi:docname="a.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
         xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
         xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
         xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">
      <sodipodi:namedview id="n" pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
      <metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata>
      <svg:g inkscape:label="层" id="l"><path style="fill:#f00;-inkscape-stroke:none; stroke : url(#g);" d="M0,0" sodipodi:nodetypes="cc"/></svg:g></svg>
      """,
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="210mm" viewBox="0 0 210 297" version="1.1" id="svg1">


      <g id="l"><path style="fill:#f00;stroke:url(#g)" d="M0,0"/></g></svg>

      """
    ),
    (
      "Visio",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      xmlns:v="http://schemas.microsoft.com/visio/2003/SVGExtensions/" xml:space="preserve" \
      color-interpolation-filters="sRGB" class="st1"><v:documentProperties v:langID="2052"/>\
      <style type="text/css"><![CDATA[ .st1 {fill:#fff; /* x */ marker-end:url(#m-1)} .st2 > a, b{font-family:'宋体'} ]]></style>\
      <a xlink:href=" https://a.b/?c=1&amp;d "><text v:langID="2052">甲&amp;乙</text></a></svg>
      """,
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      xml:space="preserve" color-interpolation-filters="sRGB" class="st1">\
      <style type="text/css">.st1{fill:#fff;marker-end:url(#m-1)}
      .st2 &gt; a, b{font-family:'宋体'}
      </style><a xlink:href="https://a.b/?c=1&amp;d"><text>甲&amp;乙</text></a></svg>

      """
    ),
    (
      "PowerPoint",
      """
      <svg width="1280" height="720" xmlns="http://www.w3.org/2000/svg" \
      xmlns:xlink="http://www.w3.org/1999/xlink" overflow="hidden"><defs><clipPath id="c0">\
      <rect x="0" y="0" width="1" height="1"/></clipPath><image width="2" height="2" \
      xlink:href="data:image/png;base64,iVBORw0K&#10;GgoAAAAN" preserveAspectRatio="none" id="i"/></defs>\
      <g clip-path="url(#c0)"><use xlink:href="#i" transform="scale(2 2)"/>\
      <text font-family="微软雅黑,微软雅黑_MSFontService,sans-serif" font-size="24">字</text></g></svg>
      """,
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1280" \
      height="720" overflow="hidden"><defs><clipPath id="c0"><rect x="0" y="0" width="1" height="1"/>\
      </clipPath><image width="2" height="2" xlink:href="data:image/png;base64,iVBORw0KGgoAAAAN" \
      preserveAspectRatio="none" id="i"/></defs><g clip-path="url(#c0)">\
      <use xlink:href="#i" transform="scale(2 2)"/>\
      <text font-family="微软雅黑,微软雅黑_MSFontService,sans-serif" font-size="24">字</text></g></svg>

      """
    ),
    (
      "draw.io",
      """
      <svg host="65bd71144e" xmlns="http://www.w3.org/2000/svg" style="background: transparent; \
      color-scheme: light dark;" width="9px" viewBox="-0.5 -0.5 9 9" content="&lt;mxfile/&gt;"><defs/>\
      <g data-cell-id="2"><rect x="0" style="fill: light-dark(#fff, var(--ge-dark-color, #121212));" \
      pointer-events="all"/><switch><foreignObject style="overflow: visible;" pointer-events="none" \
      requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">\
      <div xmlns="http://www.w3.org/1999/xhtml">受理</div></foreignObject>\
      <text x="4" y="4">受理</text></switch></g></svg>
      """,
      """
      <svg xmlns="http://www.w3.org/2000/svg" style="background:transparent;color-scheme:light dark" \
      width="9px" viewBox="-0.5 -0.5 9 9"><defs/><g><rect x="0" \
      style="fill:light-dark(#fff, var(--ge-dark-color, #121212))" pointer-events="all"/>\
      <switch><text x="4" y="4">受理</text></switch></g></svg>

      """
    ),
    (
      "Illustrator, with its notes",
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" \
      style="enable-background:new 0 0 9 9;" xml:space="preserve"><metadata><?xpacket begin=''?></metadata>\
      <switch><g i:extraneous="self"><path class="st0" d="M0 0"/></g></switch>\
      <i:aipgf><![CDATA[<script>]]></i:aipgf></svg>
      """,
      """
      <svg xmlns="http://www.w3.org/2000/svg" style="enable-background:new 0 0 9 9" \
      xml:space="preserve"><switch><g><path class="st0" d="M0 0"/></g></switch></svg>

      """
    ),
    (
      "a hand, with what only looks like a script",
      "<svg xmlns='http://www.w3.org/2000/svg'><title>onload=\"x\" &lt;script&gt;\r\njavascript:"
        + "</title><text lang='zh' aria-label='&lt;&quot;>'>a&#13;b]]&gt;</text></svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>onload=\"x\" &lt;script&gt;\njavascript:"
        + "</title><text lang=\"zh\" aria-label=\"&lt;&quot;&gt;\">a&#13;b]]&gt;</text></svg>\n"
    ),
  ]

  @Test(
    "what programs export is published, without what they note for themselves",
    arguments: exports.map(\.name))
  func written(_ name: String) throws {
    let export = try #require(Self.exports.first { $0.name == name })
    let (told, written) = Self.read(export.text)
    #expect(told.filter { $0.contains("error") } == [])
    #expect(written == export.written)
    // What was written is read as the same.
    #expect(Self.read(export.written).written == export.written)
  }

  @Test("text that is drawn with HTML is told of, as its replacement is shown")
  func replaced() {
    let export = Self.exports[3].text
    #expect(Self.read(export).told.count == 1)
    #expect(
      Self.read(export).told.allSatisfy { $0.contains("warning text that is drawn with HTML") })
  }

  @Test("parts that name each other again and again are refused; a circle draws nothing")
  func multiplied() {
    func doubling(_ steps: Int, _ part: (Int) -> String) -> String {
      Self.drawing((0..<steps).map(part).joined() + "<rect id='p\(steps)'/>")
    }
    func uses(_ n: Int) -> String {
      "<g id='p\(n)'><use href='#p\(n + 1)'/><use l:href='#p\(n + 1)'/></g>"
    }
    #expect(Self.read(doubling(10, uses)).written != nil)
    #expect(Self.read(doubling(30, uses)).told.contains { $0.contains("never end drawing") })
    let filled = doubling(30) { n in
      "<pattern id='p\(n)'><g fill='url(#p\(n + 1))'/><g style='fill:url(#p\(n + 1))'/></pattern>"
    }
    #expect(Self.read(filled).written == nil)
    #expect(
      Self.read(Self.drawing("<g id='a'><use href='#a'/><use href='#a'/></g>")).written != nil)
  }

  @Test("a site with a drawing that runs is not published")
  func site() throws {
    var site = Self.site(Self.drawing("<a1:script xmlns:a1=\"\(Self.space)\">alert(1)</a1:script>"))
    let built = try site.build()
    #expect(!built.outcome.isFine)
    #expect(built.published.isEmpty)
    #expect(
      built.printed().hasPrefix("content/media/a.svg:1:81: error: this drawing holds `<script`"))
    let script = Self.drawing("<script/>")
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(script.utf8)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in script.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]
    for bytes in [marked, wide, packed] {
      site.set("content/media/a.svg", bytes: bytes)
      #expect(try !site.build(output: false).outcome.isFine)
    }
    // What it says of its own encoding counts for nothing.
    site["content/media/a.svg"] =
      "<?xml version='1.0' encoding='UTF-16'?>" + script
    #expect(try site.build(output: false).printed().contains("`<script`"))
  }

  private static func site(_ drawing: String) -> TestSite {
    TestSite([
      "content/media/a.svg": drawing,
      "content/pages/a.md": "---\ntitle: 页\nprivate: [张大山]\n---\n![图](../media/a.svg)\n",
    ])
  }

  @Test("a drawing that is another one when it is published stops the build")
  func swapped() throws {
    let memory = Self.site(Self.drawing("<g/>")).memory
    var disk = memory.disk
    let read = disk.read
    let times = Count()
    disk.read = { path, limit throws(DiskFault) in
      let bytes = try read(path, limit)
      guard path.hasSuffix("media/a.svg") else { return bytes }
      return times.next() == 0 ? bytes : Array(Self.drawing("<script>x</script>").utf8)
    }
    let request = Build.Request(
      site: "/site", output: "/out",
      templates: [("/site/templates", "templates"), (TestSite.templates, "default")], now: 0)
    #expect(throws: DiskFault.self) { _ = try Build.run(request, disk: disk) { _ in } }
    #expect(memory.files["/out/site/media/a.svg"] == nil)
  }

  @Test("words in a drawing are looked at as they read, not as they are written")
  func words() throws {
    for text in ["张&#22823;山", "张<tspan>大</tspan>山", "<![CDATA[张]]>大山"] {
      let said = try Self.site(Self.drawing("<text>\(text)</text>")).build().printed()
      #expect(said.contains("site/media/a.svg:1:1: error: `张大山`"), "\(said)")
    }
    for text in [
      "<text>138&#49;2345678</text>", "<text>1381<tspan>2345678</tspan></text>",
      "<g aria-label=\"1381&#x32;345678\"/>",
      "<x:a xmlns:x=\"http://purl.org/dc/elements/1.1/\" x:title=\"138&#49;2345678\"/>",
    ] {
      let said = try Self.site(Self.drawing(text)).build(output: false).printed()
      #expect(said.contains("is a mobile number"), "\(text)")
    }
    let author =
      "<q:creator xmlns:q=\"http://purl.org/dc/elements/1.1/\"><a>Li</a><a>S&#105;</a></q:creator>"
    let said = try Self.site(Self.drawing(author)).build(output: false).printed()
    #expect(said.contains("its author (Li Si)"))
  }

  @Test(
    "much of anything is read in a time that grows with its length",
    arguments: [
      "<g/>", "<g fill='red'/>", "<use href='#a'/>", "<a href='x:'/>", "x", "&#22823;",
      "<![CDATA[x]]>",
      "<!-- x -->", "<title>x</title>", "<style>a{fill:red}</style>", "<x/>",
    ])
  func much(_ piece: String) {
    let text = Self.drawing(String(repeating: piece, count: (1 << 19) / piece.utf8.count))
    _ = Self.read(text)
    let value = "<g " + (0..<20_000).map { "a\($0)='x'" }.joined(separator: " ") + "/>"
    #expect(Self.read(Self.drawing(value)).told.count == 100)
  }
}

/// How often something happened.
private final class Count: Sendable {
  private let value = Mutex(0)

  func next() -> Int {
    value.withLock { value in
      defer { value += 1 }
      return value
    }
  }
}
