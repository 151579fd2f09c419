/// Name words: what stands beside a person's name and so tells that it is one.
enum NameWords {
  /// Before a name: who a person is.
  static let roles = [
    "当事人", "被告人", "被告", "原告人", "原告", "被害人", "受害人", "申请人", "被申请人", "被执行人", "申请执行人", "上诉人",
    "第三人", "证人", "嫌疑人", "罪犯", "犯人", "代理人", "辩护人", "律师", "干警", "法官", "法官助理", "助理", "书记员", "审判员",
    "审判长", "执行员", "法警", "庭长", "院长", "局长", "主任", "科长", "处长", "队长", "组长", "书记", "司机", "驾驶员", "会计",
    "出纳", "请托人", "行贿人", "受贿人", "举报人", "投诉人", "信访人", "老板", "商人", "朋友", "同学", "战友", "老乡", "妻子", "丈夫",
    "其妻", "其夫", "其子", "其女", "儿子", "女儿", "同事", "同志", "党员", "干部", "职工", "工作人员", "负责人", "经办人", "承办人",
    "主办人", "记录人", "签名", "姓名", "法定代表人", "总经理", "经理", "董事长", "员额法官", "人民陪审员", "陪审员", "保安", "辅警", "名叫",
    "行为人", "涉案人", "被调查人", "被审查人", "被处分人", "被谈话人", "男子", "女子", "村民", "居民", "家属", "亲属", "利害关系人",
    "案外人", "债务人", "债权人", "担保人", "监护人", "参与人", "竞买人", "买受人", "评估师", "鉴定人", "公证员", "校长", "老师",
  ].byLast

  /// Behind a name: how a person is called.
  static let titles = [
    "同志", "法官", "庭长", "副庭长", "院长", "副院长", "局长", "副局长", "主任", "副主任", "科长", "副科长", "处长", "副处长",
    "书记员", "审判员", "审判长", "执行员", "律师", "先生", "女士", "队长", "副队长", "组长", "总经理", "经理",
    "董事长", "老师", "等人", "(男", "(女", ",男,", ",女,", "案", "一案", "受贿", "贪污", "挪用", "犯罪", "违纪",
    "违法",
  ].byFirst

  /// Behind a name at the beginning of a clause: what a person does, in words that begin nothing else.
  static let deeds = [
    "利用", "收受", "违反", "伙同", "身为", "担任", "涉嫌", "私自", "擅自", "酒后", "醉酒", "酒驾", "醉驾", "多次", "先后", "接受",
    "索取", "索要",
    "挪用", "侵占", "贪污", "受贿", "行贿", "违规", "泄露", "隐瞒", "伪造", "篡改", "打听", "过问", "插手", "干预", "参与", "组织",
    "主动", "如实", "交代", "供述", "辩称", "陈述", "承认", "认为", "提出", "表示", "系", "犯", "因", "在", "与", "向", "将",
    "被",
    "对", "为", "以", "从", "受", "未", "曾", "经", "给", "让", "把", "借", "通过", "没有", "不服", "负责", "作为", "驾驶",
    "殴打",
    "的", "于", "同志", "明知", "伪称", "出具", "签订", "办理", "审理", "承办", "已", "拒", "请", "找", "到", "跟", "和",
    "及", "等", "是",
    "称", "说", "获", "送", "拿", "当", "又", "却", "也", "便", "就", "还", "有", "自", "等人", "之", "主持", "通报",
    "宣读",
    "指出", "强调", "介绍", "部署", "存在", "要求", "收", "违", "涉", "做", "写", "来", "去", "打",
  ].byFirst

  /// The deeds that only a person does, for what has less to tell it by.
  static let surely = [
    "利用", "收受", "违反", "伙同", "身为", "担任", "涉嫌", "私自", "擅自", "酒后", "醉酒", "多次", "接受", "索取", "索要", "挪用",
    "侵占", "贪污", "受贿", "行贿", "违规", "泄露", "隐瞒", "伪造", "篡改", "打听", "过问", "插手", "干预", "供述", "辩称", "不服",
    "驾驶", "殴打", "因", "在", "与", "向", "将", "被", "系", "犯",
  ].byFirst

  /// What leads to a name within a clause.
  static let leads = Set("对由与和向给是为请被将让及跟同据经找".units)

  /// Keys whose whole value is a person.
  static let keys = ["person", "who", "当事人", "对象"].map(\.units)
}

/// Words by one of their characters, so that most are told apart by a single look.
typealias Words = [Unicode.Scalar: [[Unicode.Scalar]]]

extension [String] {
  fileprivate var byFirst: Words {
    Dictionary(grouping: map(\.units).filter { !$0.isEmpty }) { $0[0] }
  }

  var byLast: Words {
    Dictionary(grouping: map(\.units).filter { !$0.isEmpty }) { $0[$0.count - 1] }
  }
}

extension Letters {
  /// Whether one of the words begins at a place.
  func hasAny(_ words: Words, at place: Int) -> Bool {
    guard let scalar = self[place], let candidates = words[scalar] else { return false }
    return candidates.contains { hasWord($0, at: place) }
  }

  /// Whether one of the words ends before a place.
  func hasAny(_ words: Words, before place: Int) -> Bool {
    !self.words(words, before: place).isEmpty
  }

  /// Those of the words that end before a place.
  func words(_ words: Words, before place: Int) -> [[Unicode.Scalar]] {
    guard let scalar = self[place - 1], let candidates = words[scalar] else { return [] }
    return candidates.filter { hasWord($0, before: place) }
  }
}
