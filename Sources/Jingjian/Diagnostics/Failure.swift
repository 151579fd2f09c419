/// A failure: wrong use or a fault of the machine, which ends the program with exit code 2, or a file
/// that nothing can be made of, which ends it with 1.
public struct Failure: Error, Sendable {
  let message: Message
  /// The exit code.
  public let code: Int32

  init(_ message: Message, isInContent: Bool = false) {
    self.message = message
    code = isInContent ? 1 : 2
  }

  /// The failure in words.
  public func text(in language: Language, as form: Printer.DiagnosticsFormat) -> String {
    let printer = Printer(language: language, form: form, line: { _, _ in nil })
    return printer.print([.error(message, at: nil)])
  }
}
