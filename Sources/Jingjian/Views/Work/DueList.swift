/// A due list: what is owed, for the terminal, for Excel and for a calendar (docs/format.md, "The
/// command line", `due`).
struct DueList: Sendable {
  /// In the order of ``Obligation/inOrder(_:_:)``; each has a date.
  let items: [DueRow]
  /// Hides what must not be shown where the list is printed or sent round.
  private let mask: Mask

  struct DueRow: Sendable {
    let obligation: Obligation
    let due: Day
    /// The name of who owes it.
    let owner: String
  }

  /// - Parameters:
  ///   - owner: the id of a department or role; everybody's when absent.
  ///   - until: the last day that counts; all days when absent.
  init(
    _ findings: Findings, owner: String? = nil, until: Day? = nil, mask: Mask = Mask([])
  ) {
    self.mask = mask
    items = findings.obligations.compactMap { obligation in
      guard let due = obligation.due, owner == nil || obligation.owner == owner,
        obligation.isOverdue || until.map({ due <= $0 }) ?? true
      else { return nil }
      let name = obligation.owner.flatMap { findings.site.vocabulary.owner($0) } ?? ""
      return DueRow(obligation: obligation, due: due, owner: name)
    }
  }

  /// As CSV for Excel.
  var csv: String {
    let rows = items.map { item in
      [
        "\(item.due)", item.obligation.isOverdue ? "逾期" : "待办", item.owner,
        item.obligation.source.name.zh, item.obligation.id, item.obligation.matter.phrase.zh,
      ]
    }
    return CSV.text(
      of: [["到期", "状态", "责任主体", "来源", "编号", "事项"]] + rows.map { $0.map { mask($0) } })
  }

  /// A line for each, for a person at a terminal.
  func text(in language: Language) -> String {
    let overdue = items.count(where: \.obligation.isOverdue)
    let head = Phrase(
      zh: items.isEmpty ? "没有到期的事项" : "共 \(items.count) 项，其中逾期 \(overdue) 项",
      en: items.isEmpty ? "nothing is due" : "\(Count(items.count, "item")), \(overdue) overdue")
    let lines = items.map { item in
      let obligation = item.obligation
      let owner =
        item.owner.isEmpty ? Phrase(zh: "责任主体未定", en: "nobody").said(in: language) : item.owner
      return [
        "\(item.due)", obligation.progress.words.said(in: language), owner,
        obligation.source.name.said(in: language) + " " + obligation.id,
        obligation.matter.phrase.said(in: language),
      ].map { mask($0) }.joined(separator: "  ")
    }
    return ([head.said(in: language)] + lines).map { Printer.shown($0) + "\n" }.joined()
  }
}

extension DueList {
  /// All that is owed and has a date, as a calendar.
  static func calendar(_ findings: Findings) -> Calendar {
    let settings = findings.site.settings
    return Calendar(
      name: settings.name, product: "Duties", today: findings.today,
      events: DueList(findings).items.map { item in
        let obligation = item.obligation
        let path = obligation.address.encoded(at: obligation.fragment)
        return Calendar.WholeDays(
          id: "\(path)/\(item.due)@\(Address.encode(settings.name))", first: item.due,
          last: item.due,
          title: obligation.matter.phrase.zh + (item.owner.isEmpty ? "" : "（\(item.owner)）"),
          description: "\(obligation.source.name.zh) \(obligation.id) \(obligation.title)".trimmed,
          address: settings.baseURL.map { $0 + path })
      })
  }
}

extension Obligation.Origin {
  var name: Phrase {
    switch self {
    case .rectification: Phrase(zh: "案例整改", en: "case")
    case .warning: Phrase(zh: "预警处置", en: "card")
    case .campaign: Phrase(zh: "专项行动", en: "campaign")
    case .duty: Phrase(zh: "责任清单", en: "duty")
    case .ledger: Phrase(zh: "台账", en: "ledger")
    }
  }
}

extension Obligation.Matter {
  var phrase: Phrase {
    switch self {
    case .text(let text): Phrase(zh: text, en: text)
    case .lookback(let text): Phrase(zh: "回头看：\(text)", en: "look back: \(text)")
    case .card(let colour, _):
      switch colour {
      case .blue: Phrase(zh: "蓝牌：向党组说明情况", en: "blue card: explain it to the party group")
      case .yellow: Phrase(zh: "黄牌：落实整改", en: "yellow card: rectify")
      case .red: Phrase(zh: "红牌：启动问责程序", en: "red card: open the accountability procedure")
      }
    }
  }
}

extension Progress {
  fileprivate var words: Phrase {
    switch self {
    case .overdue(let days): Phrase(zh: "逾期\(days)天", en: "\(Count(days, "day")) overdue")
    case .open(0?): Phrase(zh: "今天到期", en: "due today")
    case .open(let days?): Phrase(zh: "还有\(days)天", en: "\(Count(days, "day")) left")
    case .open(nil): Phrase(zh: "未定时限", en: "no date")
    case .done, .doneLate: Phrase(zh: "已完成", en: "done")
    }
  }
}
