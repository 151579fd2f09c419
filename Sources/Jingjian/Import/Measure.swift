/// A measure: a counter word that tells, by what stands before it, that its number was removed.
struct Measure {
  let counters: [String]
  /// One of these stands directly before the counter.
  let after: [String]
  /// One of these stands further before in the clause; none need where there are none.
  var with: [String] = []
  /// None of these stands before in the clause.
  var without: [String] = []
  /// What stands before the counter is not the end of one of these.
  var except: [String] = []

  /// A counter has no number only where nothing but a noun or a verb can stand before it. Words that
  /// end like a noun and a counter (事件, 人次, 达人, 举报件) decide what is in the lists.
  private static let all = [
    Measure(
      counters: [
        "件", "起", "次", "人次", "元", "万元", "场", "场次", "期", "名", "个", "份", "条", "项", "篇", "宗", "户",
      ],
      after: ["达", "达到", "共计", "总计", "合计", "累计", "总共", "一共"],
      except: ["直达", "送达", "传达", "到达", "表达", "转达", "下达", "发达", "抵达", "通达", "时达"]),
    Measure(counters: ["人"], after: ["共计", "总计", "合计", "累计", "总共", "一共"]),
    Measure(counters: ["件"], after: ["案件", "审结", "执结", "查处"]),
    Measure(counters: ["件"], after: ["属实的", "查实的", "成立的", "核实的", "立案的"]),
    Measure(
      counters: ["件"], after: ["举报", "信访", "投诉", "来信", "线索"],
      with: ["收到", "接到", "受理", "共收"], without: ["收到的", "接到的", "受理的", "对收到", "对接到", "对受理"]),
    Measure(counters: ["起"], after: ["查处", "查办", "发现", "通报", "属实的", "查实的"]),
    Measure(
      counters: ["起"], after: ["问题", "案件", "事件", "事故", "纠纷", "案例"],
      with: ["查", "发现", "通报", "办", "处", "立案", "受理", "曝光", "整改", "纠"],
      without: ["从查", "从发现", "从办", "从处", "从整改", "从纠", "从解决"]),
    Measure(
      counters: ["人", "名"], after: ["干警", "干部", "党员", "人员", "法官", "职工", "学员", "群众"],
      without: ["按"]),
    Measure(
      counters: ["人次"], after: ["干警", "干部", "党员", "人员", "法官", "职工", "学员", "群众"],
      with: ["培训", "教育", "覆盖", "参与", "参加", "轮训", "组织", "约谈", "共"],
      without: ["统计", "计算", "按", "增加", "减少"]),
    Measure(
      counters: ["次"],
      after: [
        "活动", "测试", "会议", "培训", "检查", "督查", "督察", "考试", "讲座", "暗访", "谈话", "巡查", "党课", "演练",
        "宣讲", "座谈会", "报告会", "开展", "举办", "召开", "组织",
      ]),
    Measure(
      counters: ["场"], after: ["活动", "讲座", "宣讲", "党课", "座谈会", "报告会", "开展", "举办", "召开", "组织"]),
    Measure(
      counters: ["场次"], after: ["活动", "培训", "讲座", "宣讲"], with: ["开展", "举办", "组织"],
      without: ["统计", "计算", "按", "增加", "减少"]),
    Measure(
      counters: ["期"], after: ["培训班", "轮训班", "研修班", "研讨班", "学习班", "讲习班", "简报", "专刊", "专栏"]),
    Measure(
      counters: ["元"],
      after: ["礼品", "礼金", "金额", "价值", "罚款", "赃款", "损失", "款物", "现金", "贿赂", "财物", "红包"]),
    Measure(
      counters: ["个", "项"], after: ["问题", "漏洞", "风险点", "隐患", "短板"],
      with: ["整改", "发现", "排查", "查找", "查摆", "完成", "解决", "存在"]),
    Measure(
      counters: ["项", "个"], after: ["制度", "措施", "任务", "举措", "机制"],
      with: ["制定", "出台", "推出", "完善", "修订", "建立", "完成"]),
    Measure(
      counters: ["条"], after: ["线索", "建议", "意见", "信息"],
      with: ["收到", "征集", "提出", "移送", "收集", "发现"]),
    Measure(
      counters: ["份", "篇", "封"], after: ["文书", "报告", "问卷", "文章", "稿件", "家书", "建议书", "通报", "承诺书"],
      with: ["发放", "发出", "收到", "评查", "签订", "撰写", "征集", "印发", "制作", "抽查"]),
    Measure(
      counters: ["个百分点"], after: ["提升", "提高", "上升", "增长", "下降", "降低", "减少", "回落", "高", "低"]),
  ]

  /// 余 before a counter always follows a number; 其余 and 剩余 are words.
  private static let remainders = "其剩残业有富空盈多结".unicodeScalars

  /// By the last sign of a counter, so that most signs are passed over at once.
  private static let byLast: [Unicode.Scalar: [(measure: Measure, counter: String)]] = {
    var table: [Unicode.Scalar: [(measure: Measure, counter: String)]] = [:]
    for measure in all {
      for counter in measure.counters {
        if let last = counter.unicodeScalars.last {
          table[last, default: []].append((measure, counter))
        }
      }
    }
    return table
  }()

  static func isUnit(_ line: Signs, at index: Int) -> Bool {
    units.contains { line.has($0, at: index) } && !longer.contains { line.has($0, at: index) }
  }

  /// What a masked number may stand before, and words that only begin like that.
  private static let units = [
    "年", "月", "日", "天", "小时", "件", "起", "次", "人", "元", "万", "亿", "余", "名", "个", "项", "条", "场",
    "期", "份", "篇", "户", "倍", "岁", "号", "宗",
  ]
  private static let longer = ["日报", "人民", "人大", "名单", "项目", "条例", "场所", "期间", "起诉"]
}

extension Gap {
  /// A number of which nothing is left: 达件, 此类问题起, 干警余人次, 总数的%.
  static func absent(_ line: Signs, _ index: Int, _ clause: Int) -> Gap? {
    if line[index] == "%" || line[index] == "％" {
      guard index > 0, line[index - 1].isHan, !Sign.isNumeral(line[index - 1]) else {
        return nil
      }
      return Gap(line, index..<(index + 1), .percentage)
    }
    return Measure.gap(line, index, clause) ?? nameless(line, index, clause)
  }

  /// 例如，中级人民法院某干警: one court is spoken of, and not said which.
  private static func nameless(_ line: Signs, _ index: Int, _ clause: Int) -> Gap? {
    guard index == clause, ["例如，", "比如，"].contains(where: { line.has($0, before: index) }),
      let court = ["中级人民法院", "基层人民法院", "人民法院"].first(where: { line.has($0, at: index) })
    else { return nil }
    let end = index + court.unicodeScalars.count
    guard ["某", "在审理一"].contains(where: { line.has($0, at: end) }) else { return nil }
    return Gap(line, index..<index, .name, context: index..<end)
  }
}

extension Measure {
  fileprivate static func gap(_ line: Signs, _ index: Int, _ clause: Int) -> Gap? {
    guard let candidates = byLast[line[index]], isEdge(line, index + 1) else { return nil }
    for (measure, counter) in candidates where line.has(counter, before: index + 1) {
      let start = index + 1 - counter.unicodeScalars.count
      // A long clause is looked at no further back, or a line without stops would take for ever.
      let reach = max(clause, start - 60)
      if start > reach, line[start - 1] == "余" || line[start - 1] == "多",
        let gap = remainder(line, start - 1, index, reach)
      {
        return gap
      }
      if measure.asks(line, start, reach) {
        return Gap(line, start..<start, .number, context: max(reach, start - 6)..<(index + 1))
      }
    }
    return nil
  }

  /// Whether all that the rule asks for stands before the counter.
  private func asks(_ line: Signs, _ start: Int, _ reach: Int) -> Bool {
    guard let noun = after.first(where: { line.has($0, before: start) }) else { return false }
    let from = start - noun.unicodeScalars.count
    guard from >= reach, !Signs(line[reach..<start]).holds(anyOf: without),
      !except.contains(where: { line.has($0, before: start) })
    else { return false }
    return with.isEmpty || Signs(line[reach..<from]).holds(anyOf: with)
  }

  /// 培训干警余人次, 达余人次.
  private static func remainder(
    _ line: Signs, _ start: Int, _ end: Int, _ reach: Int
  ) -> Gap? {
    guard start > reach else { return nil }
    let before = line[start - 1]
    guard before.isHan, !Sign.isNumeral(before), !"百千万亿两几数".unicodeScalars.contains(before)
    else { return nil }
    // 许多人 and 更多次 are words; 达多人次 is none.
    let isFigure = line.has("达", before: start) || line.has("共计", before: start)
    guard isFigure || (line[start] == "余" && !remainders.contains(before)) else { return nil }
    return Gap(line, start..<start, .number, context: max(reach, start - 6)..<(end + 1))
  }

  /// Only at the edge of a clause is a counter not the beginning of a longer word.
  private static func isEdge(_ line: Signs, _ index: Int) -> Bool {
    guard index < line.count else { return true }
    return Sign.isStop(line[index])
      || ["以上", "以下", "左右", "之多"].contains { line.has($0, at: index) }
  }
}
