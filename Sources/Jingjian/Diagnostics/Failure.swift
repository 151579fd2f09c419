/// A failure: wrong use or a fault of the machine, which ends the program with exit code 2.
public struct Failure: Error, Sendable {
  let message: Message

  init(_ message: Message) { self.message = message }

  /// The failure in words.
  public func text(in language: Language, as form: Printer.DiagnosticsFormat) -> String {
    let printer = Printer(language: language, form: form, line: { _, _ in nil })
    return printer.print([.error(message, at: nil)])
  }
}
