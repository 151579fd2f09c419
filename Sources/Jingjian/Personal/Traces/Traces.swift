/// Traces: what a file of `content/media` says, where nobody sees it, of who made it, where and with what.
///
/// What a file is, is told by its first bytes and not by its name. A place, an author or a device is
/// refused whatever it says, but for an office as the author; titles and comments are screened as texts.
struct Traces: Sendable {
  enum Kind: Int, Sendable, Comparable {
    case place, author, device

    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  struct Trace: Sendable, Hashable {
    let kind: Kind
    let text: String
  }

  private(set) var found: [Trace] = []
  /// Titles, comments and what else is written in words.
  private(set) var texts: [String] = []
  private var said: Set<String> = []
  private var known: Set<Trace> = []
  private var textRoom = SourceFile.limit
  /// Whether something in it is locked, so that nobody can tell what it says.
  var isSealed = false

  /// The bytes that may still be unpacked of what is packed in it.
  private var room = Legible.limit

  /// What is packed in it, as far as there is room; what is more cannot be read.
  mutating func unpacked(_ data: Octets) -> Octets {
    let bytes = Inflate.bytes(of: data, limit: min(room, Inflate.limit))
    room -= min(room, bytes.count)
    if room == 0 { isSealed = true }
    return Octets(bytes)
  }

  mutating func add(_ kind: Kind, _ text: String = "") {
    let text = text.trimmed
    if kind != .place, text.isEmpty { return }
    let trace = Trace(kind: kind, text: kind == .place ? "" : text)
    if known.insert(trace).inserted { found.append(trace) }
  }

  mutating func say(_ text: String) {
    guard !text.isEmpty, said.insert(text).inserted else { return }
    // What is longer than any record may be is not looked through.
    textRoom -= text.utf8.count
    if textRoom < 0 { isSealed = true } else { texts.append(text) }
  }
}

extension Traces {
  /// How what a file says of itself is taken out of it.
  static func fix(for path: String) -> Phrase {
    switch MediaKind(of: path) {
    case .document:
      Phrase(
        zh: "在 Word 或 WPS 里打开原稿，“文件→信息→检查文档”删去文档属性和个人信息，重新导出 PDF；或运行 "
          + "exiftool -all= 文件名，再运行 qpdf --linearize 文件名 新文件名",
        en:
          "export it anew from a document without properties, or run exiftool -all= FILE and then "
          + "qpdf --linearize FILE NEW")
    case .video:
      Phrase(
        zh: "在 Windows 里右键文件→属性→详细信息→删除属性和个人信息；或运行 "
          + "ffmpeg -i 文件名 -map_metadata -1 -c copy 新文件名",
        en: "in Windows: Properties, Details, Remove Properties and Personal Information; or run "
          + "ffmpeg -i FILE -map_metadata -1 -c copy NEW")
    default:
      Phrase(
        zh: "在 Windows 里右键文件→属性→详细信息→删除属性和个人信息→从此文件中删除以下属性，全选；或运行 exiftool -all= 文件名",
        en:
          "in Windows: Properties, Details, Remove Properties and Personal Information, Select All; or "
          + "run exiftool -all= FILE")
    }
  }
}

extension Message {
  /// - Parameter member: the packed file that says so; nothing for the file itself.
  static func traces(
    _ found: [Traces.Trace], in path: String, _ member: String = ""
  ) -> Message {
    let kinds = Set(found.map(\.kind)).sorted()
    func phrase(_ kind: Traces.Kind) -> Phrase {
      let values = found.filter { $0.kind == kind && !$0.text.isEmpty }.map(\.text).prefix(4)
      let shown = values.map { $0.unicodeScalars.count > 60 ? String($0.prefix(60)) + "…" : $0 }
      switch kind {
      case .place: return Phrase(zh: "拍摄地点", en: "where it was taken")
      case .author:
        return Phrase(
          zh: "作者（\(shown.joined(separator: "、"))）",
          en: "its author (\(shown.joined(separator: ", ")))")
      case .device:
        return Phrase(
          zh: "拍摄设备（\(shown.joined(separator: "、"))）",
          en: "the device (\(shown.joined(separator: ", ")))")
      }
    }
    let phrases = kinds.map(phrase)
    return Message(
      "media-traces",
      Phrase(
        zh: (member.isEmpty ? "" : "里面的 \(member) ，") + "文件属性里存着"
          + phrases.map(\.zh).joined(separator: "、"),
        en: (member.isEmpty ? "the file" : "its \(member)") + " says of itself "
          + phrases.map(\.en).joined(separator: ", ")),
      fix: Traces.fix(for: path))
  }

  static let sealed = Message(
    "media-sealed",
    Phrase(
      zh: "文件加了密，或者压缩方式不认识，看不到属性里有没有个人信息",
      en: "the file is encrypted or packed in an unknown way; what it says of itself cannot be read"
    ),
    fix: Phrase(
      zh: "另存一份不加密的；或运行 qpdf --decrypt --object-streams=disable 文件名 新文件名",
      en: "save it without a password, or run qpdf --decrypt --object-streams=disable FILE NEW"))
}
