/// What of the tables is known on a day. Completions that are still to come are left out with a note,
/// and so are activities; none of it is a fault (docs/rules.md, "What is later than today").
extension Tables {
  func known(on today: Day, report: inout [Diagnostic]) -> Tables {
    var known = self
    for list in duties {
      for duty in list.duties {
        for day in duty.completions where day > today {
          report.append(.note(.doneLater(day), at: Place(list.file, line: duty.line)))
        }
      }
    }
    for ledger in ledgers {
      for item in ledger.items {
        let place = Place(ledger.itemsFile, item.span)
        if let closed = item.closed, closed > today {
          report.append(.note(.doneLater(closed), at: place))
        }
        for lookback in item.lookbacks where lookback.date > today {
          report.append(.note(.lookedLater(lookback.date), at: place))
        }
      }
    }
    known.activities = activities.filter { activity in
      if activity.date > today {
        report.append(
          .note(.heldLater(activity.date), at: Place(activity.file, line: activity.line)))
      }
      return activity.date <= today
    }
    return known
  }
}

extension Message {
  fileprivate static func lookedLater(_ day: Day) -> Message {
    Message(
      "later",
      Phrase(zh: "\(day) 晚于今天，这次回头看未计入", en: "\(day) is still to come; this look-back is left out"))
  }

  fileprivate static func heldLater(_ day: Day) -> Message {
    Message(
      "later",
      Phrase(zh: "\(day) 晚于今天，这项活动未计入", en: "\(day) is still to come; this activity is left out"))
  }
}
