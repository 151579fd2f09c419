/// A packet in print, or why it was not printed.
struct Printed: Sendable {
  let composition: Composition
  let state: PrintState

  enum PrintState: Sendable {
    /// - Parameter path: of the PDF.
    case done(path: String, pages: Int, size: Int, fingerprint: String)
    case lacking(Lack)
    /// Packets were not asked for.
    case off
  }

  /// Why nothing can be printed.
  enum Lack: Error, Sendable, Hashable {
    case typst, fonts
  }
}
