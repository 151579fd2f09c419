/// Harm: what a file of `content/media/` could do to the machine of whoever opens it.
///
/// Pages show and link these files as they lie, but for drawings, which are written anew (``Artwork``).
/// Whoever writes content is trusted with words and pictures, not with running anything: not in the
/// browser, where a page of HTML or a drawing opened by itself runs its scripts as if they were the site's
/// own, and not from the memory stick.
enum Harm {
  /// The largest file of media, in bytes: it is read whole when the build looks for private words in it,
  /// and no FAT memory stick holds one of four times the size.
  static let limit = 1 << 30

  /// What was seen of the files of media.
  struct Look: Sendable {
    /// Drawings as they are published, by their path from `content/`.
    var drawings: [String: [UInt8]] = [:]
    var report: [Diagnostic] = []
  }

  /// What the files of media may not be, each told of once.
  static func look(at media: [String], in site: String, disk: Disk) throws(DiskFault) -> Look {
    let looks = inParallel(media) { path -> Result<Look, DiskFault> in
      do throws(DiskFault) {
        return .success(try look(at: path, in: site, disk))
      } catch {
        return .failure(error)
      }
    }
    var whole = Look()
    for look in looks {
      let look = try look.get()
      whole.report += look.report
      whole.drawings.merge(look.drawings) { $1 }
    }
    return whole
  }

  private static func look(
    at path: String, in site: String, _ disk: Disk
  ) throws(DiskFault) -> Look {
    let name = "content/" + path
    var look = Look()
    let file = path.split(separator: "/").last.map(String.init) ?? path
    if disk.size(site + "/" + name) > limit {
      look.report.append(.error(.heavy(limit: limit), at: Place(name)))
    } else if !file.contains(".") {
      look.report.append(.error(.noEnding, at: Place(name)))
    } else {
      switch MediaForm(ending: path.ending) {
      case nil: look.report.append(.error(.unlisted(path.ending), at: Place(name)))
      case .drawing?:
        if let file = try SourceFile.read(name, in: site, disk: disk, report: &look.report) {
          look.drawings[path] = Artwork(file, report: &look.report)?.bytes
        }
      case .document?, .packed?:
        let bytes = try disk.read(site + "/" + name, limit)
        if let message = fault(in: bytes, of: path) {
          look.report.append(.error(message, at: Place(name)))
        }
      case let form?:
        let head = try disk.part(site + "/" + name, 0, MediaForm.headSize)
        if !form.isForm(of: head) {
          look.report.append(.error(.otherForm(path.ending), at: Place(name)))
        }
      }
    }
    return look
  }

  /// What is wrong with the bytes of a file that is no drawing.
  static func fault(in bytes: [UInt8], of path: String) -> Message? {
    guard let form = MediaForm(ending: path.ending) else { return .unlisted(path.ending) }
    guard form.isForm(of: Array(bytes.prefix(MediaForm.headSize))) else {
      return .otherForm(path.ending)
    }
    switch form {
    case .document:
      let (name, isSealed) = PDF.action(in: Octets(bytes))
      return name.map { .holds($0) } ?? (isSealed ? .sealed : nil)
    case .packed:
      let isArchive = path.ending == "zip"
      return Packed.harmful(in: Octets(bytes), isArchive: isArchive).map { .member($0) }
    default: return nil
    }
  }
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

  private static let asDocument = Phrase(
    zh: "另存为 PDF、图片，或不带宏的 .docx、.xlsx、.pptx；可以放的文件都列在手册“文件夹与文件”里",
    en: "save it as PDF, as a picture, or without macros as `.docx`, `.xlsx` or `.pptx`; "
      + "the manual's page on files lists all that may be there")

  fileprivate static func unlisted(_ ending: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "「.\(ending)」不在可以放进网站的文件之列：这样的文件可能在打开它的电脑上运行程序",
        en:
          "`.\(ending)` is not among the files that may be published: such a file may run something "
          + "on the machine that opens it"),
      fix: asDocument)
  }

  fileprivate static func otherForm(_ ending: String) -> Message {
    Message(
      "media-form",
      Phrase(
        zh: "文件内容不是「.\(ending)」该有的，开头的字节对不上",
        en: "the file is no `.\(ending)`: its first bytes are not those of one"),
      fix: Phrase(
        zh: "重新导出这个文件，或把扩展名改成它真正的", en: "export it anew, or give it the ending of what it is"))
  }

  fileprivate static func holds(_ name: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "这份 PDF 里有「\(name)」，会在打开它的电脑上运行程序或放出别的文件",
        en:
          "this PDF holds `\(name)`, which runs something on the machine that opens it, or brings other files"
      ),
      fix: Phrase(
        zh: "打开它，用“打印到 PDF”另存一份；附件单独放进 media",
        en:
          "open it and print it to a new PDF; put files that are attached into media by themselves")
    )
  }

  fileprivate static func member(_ name: String) -> Message {
    Message(
      "active-file",
      Phrase(
        zh: "文件里装着「\(name)」，会在打开它的电脑上运行程序",
        en: "the file packs `\(name)`, which may run something on the machine that opens it"),
      fix: Phrase(
        zh: "去掉它；文档另存为不带宏的", en: "take it out; save a document without macros"))
  }
}
