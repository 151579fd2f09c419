/// A status: how far something is that was promised – a measure, a task, an item of a ledger.
enum Status: String, Sendable {
  case todo, doing, done
}

extension Prover {
  /// What is done has its date, and what is open has none. A date at fault is told of as such alone.
  ///
  /// - Parameters:
  ///   - key: of the date.
  ///   - undated: how grave it is that the date is missing.
  mutating func checkStatus(
    _ status: Status?, _ date: Day?, key: String, _ fields: Fields,
    undated: Diagnostic.Severity = .error
  ) {
    switch (status, date) {
    case (.done, nil) where fields.key(key) == nil:
      let place = Place(file, fields.span("status") ?? fields.span)
      report.append(Diagnostic(severity: undated, place: place, message: .doneWithoutDate))
    case (.todo, _?), (.doing, _?): say(.openWithDate, at: fields.span(key) ?? fields.span)
    default: break
    }
  }
}

extension Fields {
  /// Whether something is open for certain: neither its status nor its date, be it at fault, says that it
  /// is done.
  ///
  /// - Parameter key: of the date.
  func isOpen(_ status: Status?, key: String) -> Bool {
    status != .done && (status != nil || self.key("status") == nil) && self.key(key) == nil
  }
}

extension Message {
  fileprivate static let doneWithoutDate = Message(
    "done-without-date",
    Phrase(zh: "状态是已完成，却没有写哪一天完成", en: "it is done, but has no date of completion"),
    fix: Phrase(zh: "补上完成（销号）日期，或改状态", en: "add the date, or change the status"))

  fileprivate static let openWithDate = Message(
    "contradiction",
    Phrase(zh: "写了完成的日期，状态却不是已完成", en: "it has a date of completion, but its status is not `done`"),
    fix: Phrase(zh: "把状态改成“已完成”，或删去日期", en: "set the status to `done`, or delete the date"))
}
