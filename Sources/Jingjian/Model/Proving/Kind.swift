/// A kind of record that has pages: where its files lie, what it is called, what it may hold.
///
/// To add a kind, write its type in a file of this folder and name it in `types`; CONTRIBUTING.md
/// lists the steps.
struct Kind: Sendable {
  /// The folder under content/ and the section of its addresses.
  let section: String
  /// One record of the kind.
  let name: Phrase
  let format: RawRecord.Format
  let schema: Schema

  /// The fields that people are asked for although not every record has them.
  let asked: [Field]

  /// - Parameter keys: the kind's own; the common ones come before them.
  init(
    _ section: String, _ name: Phrase, format: RawRecord.Format = .markdown,
    _ keys: any Sendable, asked: [any FieldKey] = []
  ) {
    self.section = section
    self.name = name
    self.format = format
    schema = Schema(Common.keys, keys)
    self.asked = asked.map(\.field)
  }

  /// Names of pages that a section makes itself.
  static func isReserved(_ id: String) -> Bool {
    let id = id.lowercased()
    return id == "index" || id == "statistics"
      || id.hasPrefix("page-") && !id.dropFirst(5).isEmpty && id.dropFirst(5).allSatisfy(\.isNumber)
  }
}
