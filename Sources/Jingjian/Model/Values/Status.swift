/// A status: how far something is that was promised – a measure, a task, an item of a ledger.
enum Status: String, Choice {
  case todo, doing, done
  static let chinese = ["未启动", "进行中", "已完成"]
}

extension Prover {
  /// What is done has its date, and what is open has none. A date at fault is told of as such alone.
  ///
  /// - Parameter undated: how grave it is that the date is missing.
  mutating func checkStatus<Owner>(
    _ fields: Fields<Owner>, _ status: KeyPath<Owner.Keys, Key<Status?>>,
    _ date: KeyPath<Owner.Keys, Key<Day?>>, undated: Diagnostic.Severity = .error
  ) {
    switch (fields[dynamicMember: status], fields[dynamicMember: date]) {
    case (.done, nil) where fields.key(date) == nil:
      let place = Place(file, fields.span(status))
      report.append(Diagnostic(severity: undated, place: place, message: .doneWithoutDate))
    case (.todo, _?), (.doing, _?): say(.openWithDate, at: fields.span(date))
    default: break
    }
  }
}

extension Fields {
  /// Whether something is open for certain: neither its status nor its date, be it at fault, says that it
  /// is done.
  func isOpen(
    _ status: KeyPath<Owner.Keys, Key<Status?>>, _ date: KeyPath<Owner.Keys, Key<Day?>>
  ) -> Bool {
    let stated = self[dynamicMember: status]
    return stated != .done && (stated != nil || key(status) == nil) && key(date) == nil
  }
}

extension Message {
  static func beforeStart(_ key: any FieldKey, _ day: Day, _ start: Day) -> Message {
    Message(
      "contradiction",
      Phrase(
        zh: "「\(key.field.chinese)」\(day) 早于开始的日期 \(start)",
        en: "`\(key.field.key)` \(day) lies before the start, \(start)"),
      fix: Phrase(zh: "核对两个日期", en: "compare the two dates"))
  }

  fileprivate static let doneWithoutDate = Message(
    "done-without-date",
    Phrase(zh: "状态是已完成，却没有写哪一天完成", en: "it is done, but has no date of completion"),
    fix: Phrase(zh: "补上完成（销号）日期，或改状态", en: "add the date, or change the status"))

  fileprivate static let openWithDate = Message(
    "contradiction",
    Phrase(zh: "写了完成的日期，状态却不是已完成", en: "it has a date of completion, but its status is not `done`"),
    fix: Phrase(zh: "把状态改成“已完成”，或删去日期", en: "set the status to `done`, or delete the date"))
}
