/// Harm: what a file of `content/media/` could do to the machine of whoever opens it.
///
/// Pages show and link these files as they lie. Whoever writes content is trusted with words and
/// pictures, not with running anything: not in the browser, where a page of HTML or a drawing (SVG)
/// opened by itself runs its scripts as if they were the site's own, and not from the memory stick.
enum Harm {
  /// The largest file of media, in bytes: it is read whole when the build looks for private words in it,
  /// and no FAT memory stick holds one of four times the size.
  static let limit = 1 << 30

  /// What the files of media may not be, each told of once.
  static func faults(
    _ media: [String], in site: String, disk: Disk
  ) throws(DiskFault) -> [Diagnostic] {
    var report: [Diagnostic] = []
    for path in media {
      let name = "content/" + path
      if disk.size(site + "/" + name) > limit {
        report.append(.error(.heavy(limit: limit), at: Place(name)))
      } else if !path.split(separator: "/").suffix(1).joined().contains(".") {
        report.append(.error(.noEnding, at: Place(name)))
      } else if active.contains(path.ending) {
        report.append(.error(.active(path.ending), at: Place(name)))
      } else if path.ending == "svg",
        let file = try SourceFile.read(name, in: site, disk: disk, report: &report),
        let fault = drawing(file)
      {
        report.append(fault)
      }
    }
    return report
  }

  /// What browsers take for a page or a script, and what Windows starts.
  private static let active: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "xml", "xsl", "xslt", "svgz", "js",
    "mjs",
    "wasm", "swf", "hta", "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vb", "vbs", "vbe",
    "jse",
    "ws", "wsf", "wsh", "msi", "msp", "msc", "cpl", "dll", "jar", "lnk", "url", "reg", "inf", "chm",
    "iso", "img", "vhd", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm", "potm", "ppam",
    "sh",
    "desktop", "appimage", "deb", "rpm", "apk",
  ]
}

extension Harm {
  /// Elements that load or run something, or ask the reader for something.
  private static let elements: Set<String> = [
    "script", "handler", "listener", "iframe", "frame", "object", "embed", "applet", "meta", "base",
    "link", "form",
  ]

  /// Declarations that make elements and attributes out of nothing.
  private static let declarations = ["<!entity", "<!attlist", "<?xml-stylesheet"]

  /// Destinations that run something, as they read without the white space that browsers skip.
  private static let schemes = [
    "javascript:", "vbscript:", "data:text/html", "data:text/xml", "data:application/xml",
    "data:application/xhtml",
  ]

  /// What in a drawing would run. Comments and texts are looked at like all else: what only looks like
  /// a script is refused too, as who reads too cleverly is led astray by the next trick.
  private static func drawing(_ file: SourceFile) -> Diagnostic? {
    let bytes = file.text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func fault(_ what: String, at position: Int) -> Diagnostic {
      let before = String(decoding: file.text.utf8.prefix(position), as: UTF8.self).unicodeScalars
      let line = before.split(separator: "\n", omittingEmptySubsequences: false)
      let place = Place(
        file.path, line: line.count, column: (line.last?.count ?? 0) + 1,
        length: what.unicodeScalars.count)
      return .error(.script(what), at: place)
    }
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: "<"):
        let rest = bytes[position...]
        if let found = declarations.first(where: { rest.starts(with: $0.utf8) }) {
          return fault(found, at: position)
        }
        if let name = element(rest.dropFirst()), elements.contains(name) {
          return fault("<" + name, at: position)
        }
      case UInt8(ascii: "o"):
        if let name = event(bytes, at: position) { return fault(name, at: position) }
      default: break
      }
    }
    let plain = Unescaped.of(bytes, isCSS: false).filter { $0 > 32 }
    let found = schemes.first { plain.holds($0.utf8) }
    return found.map { .error(.script($0), at: Place(file.path)) }
  }

  /// The local name of the element that begins here.
  private static func element(_ bytes: ArraySlice<UInt8>) -> String? {
    let name = bytes.prefix { $0.isLetter || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
    return name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The name of an attribute such as `onload`, where one begins here.
  private static func event(_ bytes: [UInt8], at position: Int) -> String? {
    let isFirst =
      position > 0
      && (bytes[position - 1] <= 32 || "\"'/".utf8.contains(bytes[position - 1]))
    guard isFirst, bytes[position...].starts(with: "on".utf8) else { return nil }
    let name = bytes[position...].prefix(40).prefix { $0.isLetter }
    guard name.count > 2,
      bytes[name.endIndex...].first(where: { $0 > 32 }) == UInt8(ascii: "=")
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension Message {
  static func heavy(limit: Int) -> Message {
    Message(
      "file-size",
      Phrase(
        zh: "文件太大：最多 \(limit >> 20) MiB", en: "the file is too large: at most \(limit >> 20) MiB"),
      fix: Phrase(zh: "压缩它，或分成几个文件", en: "compress it, or split it into several files"))
  }

  fileprivate static let noEnding = Message(
    "active-file",
    Phrase(
      zh: "文件名没有扩展名，打开它的电脑只能猜它是什么",
      en: "the name has no ending, so whatever opens the file has to guess what it is"),
    fix: Phrase(zh: "加上扩展名，如 .pdf", en: "give it one, such as `.pdf`"))

  fileprivate static func active(_ ending: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "「.\(ending)」文件会在打开它的电脑上运行程序，不能放进网站",
        en:
          "a `.\(ending)` file runs something on the machine that opens it and cannot be published"),
      fix: Phrase(
        zh: "另存为 PDF、图片或不带宏的文档", en: "save it as PDF, as a picture or as a document without macros")
    )
  }

  fileprivate static func script(_ what: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "这张图里有「\(what)」，会在打开它的电脑上运行程序",
        en: "this drawing holds `\(what)`, which runs something on the machine that opens it"),
      fix: Phrase(
        zh: "在画图的软件里另存为 PNG，或另存为“普通 SVG”",
        en: "save it as PNG, or as plain SVG, in the program that drew it"))
  }
}
