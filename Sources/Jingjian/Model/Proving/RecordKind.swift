/// A kind of record that has pages: where its files lie, what it is called, what it may hold.
///
/// To add a kind, write its type in a file of `Kinds` and name it in `Section.all`; CONTRIBUTING.md
/// lists the steps.
struct RecordKind: Sendable {
  /// The folder under content/ and the section of its addresses.
  let section: String
  /// The section's, in Chinese.
  let title: String
  /// One record of the kind.
  let name: Phrase
  let format: RawRecord.Format
  let schema: Schema

  /// The fields that people are asked for although not every record has them.
  let asked: [Field]

  /// - Parameter keys: the kind's own; the common ones come before them.
  init(
    _ section: String, title: String, one name: Phrase, format: RawRecord.Format = .markdown,
    _ keys: any Sendable, asked: [any FieldKey] = []
  ) {
    self.section = section
    self.title = title
    self.name = name
    self.format = format
    schema = Schema(RecordHead.keys, keys)
    self.asked = asked.map(\.field)
  }
}
