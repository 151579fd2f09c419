/// A file that is to become a record.
struct RecordFile: Sendable {
  let section: String
  let path: String

  /// The file's name without its ending, composed as NFC so that its address is the same wherever
  /// the file was written.
  var id: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name).withoutEnding.composed
  }
}
