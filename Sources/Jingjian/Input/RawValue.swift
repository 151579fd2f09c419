/// A raw value: what stands in a record as written, each part with its place and nothing understood.
///
/// Scalars are text whatever they look like; the field that reads one decides its type
/// (docs/format.md, "Front matter").
struct RawValue: Sendable {
  indirect enum Content: Sendable {
    case text(String)
    case list([RawValue])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let keySpan: Span
    let value: RawValue
  }

  let content: Content
  let span: Span

  /// A key with nothing behind it.
  var isEmpty: Bool {
    switch content {
    case .text(let text): text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    case .list(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }
}
