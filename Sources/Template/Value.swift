// Value: what a template is given when it is rendered. The type is closed, so that rendering asks
// nothing of the values' own types.

/// A value under a name; it must have the shape that the view declares there.
public enum Value: Sendable {
  /// A declared value that is not there: prints nothing, and as a section is false.
  case absent
  /// For ``Shape/flag``.
  case flag(Bool)
  /// For ``Shape/text``.
  case text(String)
  /// For ``Shape/text``: characters that are already UTF-8, such as rendered HTML.
  case bytes([UInt8])
  /// For ``Shape/list(_:)``.
  case list([Value])
  /// For ``Shape/object(_:)``: one value for each slot of its ``Fields``, in their order.
  case object([Value])

  /// Whether a section on this value is rendered.
  var holds: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .list(let values): !values.isEmpty
    case .object: true
    }
  }
}
