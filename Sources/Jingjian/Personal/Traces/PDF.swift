/// PDF: the author, the title and the words for searching that a document says of itself.
///
/// They stand in a dictionary with the key `Author`, in the open or packed with others in an object stream,
/// and again as XMP. The file is looked through for them instead of being followed from its end, so that
/// what an earlier version said, which stays in the file, is found too. Photos keep their EXIF.
enum PDF {
  static func read(_ octets: Octets, into traces: inout Traces) {
    if holds("Encrypt", octets) {
      traces.isSealed = true
      return
    }
    let streams = streams(of: octets)
    let (objects, isSealed) = unpacked(streams)
    if isSealed { traces.isSealed = true }
    for stream in streams
    where stream.holds("/DCTDecode") && !stream.holds("/FlateDecode") {
      Pictures.jpeg(stream.data, into: &traces)
    }
    var legible = Legible { _, _ in }
    let document = legible.objects(of: octets)
    for object in document.objects { note(object.value, document, &traces) }
    for value in document.others { note(value, document, &traces) }
    for body in [octets] + objects { XMP.read(body, into: &traces) }
  }

  /// Notes what stands under a key, wherever that is.
  private static func note(_ value: PDFValue, _ document: PDFDocument, _ traces: inout Traces) {
    switch value {
    case .array(let items): for item in items { note(item, document, &traces) }
    case .dictionary(let entries):
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
        switch key {
        case "Author":
          // What cannot be found may be anything.
          if let text = text(value, document) ?? (value.isReference ? "?" : nil) {
            traces.add(.author, text)
          }
        case "Title", "Subject", "Keywords": traces.say(text(value, document) ?? "")
        default: note(value, document, &traces)
        }
      }
    default: break
    }
  }

  private static func text(_ value: PDFValue, _ document: PDFDocument) -> String? {
    document.resolved(value)?.string.map { string($0).text.trimmed }
  }
}

extension PDFValue {
  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }
}
