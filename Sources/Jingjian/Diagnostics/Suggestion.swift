/// A suggestion: the one known name that was most likely meant by one that is not known.
enum Suggestion {
  /// The candidate that is called so in the trade; else the only one that holds all characters of the
  /// name in their order, or is held by it; else the one with the fewest edits, when it is near enough.
  /// Nothing where two are equally near: a wrong proposal is worse than none.
  /// - Parameter thing: what a candidate is a name of; two names of one thing are not two things.
  static func nearest(
    to name: String, among candidates: some Sequence<String>,
    of thing: (String) -> String = { $0 }
  ) -> String? {
    let wanted = Array(name.plainForm.lowercased().unicodeScalars.prefix(64))
    let known = candidates.map { ($0, Array($0.plainForm.lowercased().unicodeScalars.prefix(64))) }
    if let same = known.first(where: { $0.1 == wanted }) { return same.0 }
    if let synonyms = synonyms[name.plainForm] {
      if let meant = synonyms.lazy.compactMap({ word in known.first { $0.0 == word }?.0 }).first {
        return meant
      }
    }
    // Two characters of Chinese say something; two letters stand in anything.
    if wanted.count >= 2, wanted.contains(where: { !$0.isASCII }) {
      let holding = known.filter { _, scalars in
        let (short, long) = wanted.count < scalars.count ? (wanted, scalars) : (scalars, wanted)
        // 副院长 is no 院长, and 未完成 not 完成.
        return short.count > 1 && short.isSubsequence(of: long)
          && "副非不未无".unicodeScalars.allSatisfy { short.contains($0) == long.contains($0) }
      }
      if let only = holding.first {
        return holding.allSatisfy { thing($0.0) == thing(only.0) } ? only.0 : nil
      }
    }
    let near = known.compactMap { candidate, scalars -> (name: String, distance: Int)? in
      let longer = max(wanted.count, scalars.count)
      // In Chinese one character of two is half of what is said, and the last one mostly a kind: 民庭 is
      // no 刑庭.
      let isChinese = scalars.contains { !$0.isASCII }
      let least = isChinese && scalars.first != wanted.first ? 0 : 1
      let allowed = longer < 2 ? 0 : max(least, longer / 3)
      guard abs(wanted.count - scalars.count) <= allowed else { return nil }
      let distance = edits(wanted, scalars)
      return distance <= allowed ? (candidate, distance) : nil
    }
    guard let least = near.map(\.distance).min() else { return nil }
    let best = near.filter { $0.distance == least }
    return best.allSatisfy { thing($0.name) == thing(best[0].name) } ? best[0].name : nil
  }

  /// What people of the trade write for what the program calls otherwise, the likeliest first.
  private static let synonyms: [String: [String]] = [
    "简称": ["别名"], "又名": ["别名"], "曾用名": ["别名"], "题目": ["标题", "题干"], "名字": ["名称"],
    "时间": ["日期"], "通报日期": ["日期"], "发文日期": ["日期"], "成文日期": ["日期"], "文号": ["发文字号"],
    "科室": ["部门"], "庭室": ["部门"], "处室": ["部门"], "部门名称": ["部门"], "单位名称": ["单位"],
    "截止": ["时限"], "期限": ["时限"], "截止日期": ["时限"], "完成时限": ["时限"], "责任人": ["责任主体", "责任部门"],
    "责任单位": ["责任主体", "责任部门"], "负责人": ["责任主体"], "密级": ["范围"], "可见范围": ["范围"],
    "关键词": ["标签"], "主题词": ["标签"], "简介": ["摘要"], "概要": ["摘要"], "链接": ["网址"],
    "完成时间": ["完成日期"], "进展": ["进度", "状态"], "姓名": ["当事人"], "处理": ["处分"], "处理结果": ["处分"],
    "分数": ["总分", "分值", "得分"], "得分": ["总分"], "总得分": ["总分"], "合计": ["总分"], "说明": ["备注"],
    "选择项": ["选项"], "正确答案": ["答案"], "每季": ["每季度"], "季度": ["每季度"], "每季一次": ["每季度"],
    "月度": ["每月"], "每月一次": ["每月"], "半年": ["每半年"], "年度": ["每年"], "每年一次": ["每年"],
    "单次": ["一次"], "已办结": ["已完成"], "办结": ["已完成"], "完成": ["已完成"], "在办": ["进行中"],
    "正在进行": ["进行中"], "未开始": ["未启动"], "没开始": ["未启动"], "未完成": ["进行中"], "党组会": ["党组"],
    "院长": ["院领导"], "庭长": ["中层干部"], "中层": ["中层干部"], "一般干部": ["干警"], "法官": ["干警"],
    "单选题": ["单选"], "多选题": ["多选"], "判断题": ["判断"], "讲座": ["培训"], "考试": ["测试"],
    "检查": ["督查"], "谈心谈话": ["谈话"], "廉政谈话": ["谈话"],
  ]

  /// Edits between two names, an exchange of neighbours counting as one.
  private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}

extension [Unicode.Scalar] {
  /// Whether all of it stands in another in the same order.
  fileprivate func isSubsequence(of other: [Unicode.Scalar]) -> Bool {
    var rest = self[...]
    for scalar in other where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension Phrase {
  /// The question whether a name was meant, and how to write it else; nothing where no name is near.
  static func didYouMean(_ nearest: String?, _ form: Phrase? = nil) -> Phrase? {
    nearest.map {
      Phrase(
        zh: "是不是「\($0)」？" + (form?.zh ?? ""),
        en: "did you mean `\($0)`?" + (form.map { " " + $0.en } ?? ""))
    }
  }
}
