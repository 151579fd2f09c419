/// What is known on a day. What is dated later is left out, or counts as open, with a note; none of it is
/// a fault (docs/rules.md, "What is later than today").
private struct Known {
  let today: Day
  var report: [Diagnostic] = []

  /// What may be dated later than today.
  enum LaterThing { case entry, completion, lookback, activity }

  /// Whether a day has come; one that has not is noted.
  @discardableResult
  mutating func holds(_ day: Day, _ matter: LaterThing, _ file: String, _ span: Span) -> Bool {
    if day > today { report.append(.note(.later(day, matter), at: Place(file, span))) }
    return day <= today
  }

  mutating func complete(_ days: [Day?], _ file: String, _ span: Span) {
    for case let day? in days { holds(day, .completion, file, span) }
  }
}

extension Rankings {
  func known(on today: Day, report: inout [Diagnostic]) -> Rankings {
    var known = Known(today: today)
    defer { report += known.report }
    for table in scores where table.month.last > today {
      known.report.append(.note(.monthNotOver(table.month), at: Place(table.file)))
    }
    return Rankings(
      indicators: indicators, rules: rules, scores: scores.filter { $0.month.last <= today },
      vetoes: vetoes.filter { known.holds($0.date, .entry, Veto.file, $0.span) },
      corrections: corrections.filter { known.holds($0.date, .entry, Correction.file, $0.span) },
      decisions: decisions.filter { known.holds($0.date, .entry, Decision.file, $0.span) })
  }
}

extension Tables {
  /// Without activities that are still to come.
  func known(on today: Day, report: inout [Diagnostic]) -> Tables {
    var known = Known(today: today)
    defer { report += known.report }
    for list in duties {
      for duty in list.duties { known.complete(duty.completions, list.file, .line(duty.line)) }
    }
    for ledger in ledgers {
      for item in ledger.items {
        known.complete([item.closed], ledger.itemsFile, item.span)
        for lookback in item.lookbacks {
          known.holds(lookback.date, .lookback, ledger.itemsFile, item.span)
        }
      }
    }
    var tables = self
    tables.activities = activities.filter {
      known.holds($0.date, .activity, $0.file, .line($0.line))
    }
    return tables
  }
}

extension Findings {
  /// What is said of completions that are still to come.
  static func later(_ cases: [Case], _ campaigns: [Campaign], today: Day) -> [Diagnostic] {
    var known = Known(today: today)
    for item in cases {
      for measure in item.rectification {
        known.complete([measure.done], item.common.file, measure.span)
      }
    }
    for campaign in campaigns {
      for task in campaign.tasks { known.complete([task.done], campaign.common.file, task.span) }
    }
    return known.report
  }
}

extension Span {
  /// Of a row of a table as a whole.
  fileprivate static func line(_ line: Int) -> Span { Span(line: line, column: 1) }
}

extension Message {
  fileprivate static func monthNotOver(_ month: Month) -> Message {
    Message(
      "month-not-over",
      Phrase(zh: "\(month) 还没有结束，得分未计入", en: "\(month) is not over; its scores are left out"))
  }

  fileprivate static func later(_ day: Day, _ matter: Known.LaterThing) -> Message {
    let said =
      switch matter {
      case .entry:
        Phrase(zh: "日期 \(day) 晚于今天，未计入", en: "the date \(day) is still to come; this is left out")
      case .completion:
        Phrase(
          zh: "完成日期 \(day) 晚于今天，现在仍按未完成计", en: "done on \(day), after today: it counts as open")
      case .lookback:
        Phrase(
          zh: "\(day) 晚于今天，这次回头看未计入", en: "\(day) is still to come; this look-back is left out")
      case .activity:
        Phrase(zh: "\(day) 晚于今天，这项活动未计入", en: "\(day) is still to come; this activity is left out")
      }
    return Message("later", said)
  }
}
