/// A title: what it tells of the document, and how one is made for a speech without it.
extension Speech {
  /// 今天，我们召开…会议 gives 在…会议上的讲话.
  mutating func makeTitle(_ file: String) {
    // Who speaks says at the start which meeting it is; later ones are other meetings.
    for piece in pieces.prefix(3) where piece.gap == nil {
      guard let meeting = piece.text.widened.meeting else { continue }
      head.title = Signs("在") + meeting + Signs("上的讲话")
      guesses.append(.titleFromMeeting(line: piece.line))
      return
    }
    head.title = Signs(String(file.prefix { $0 != "." }))
    if head.title.trimmed.isEmpty { head.title = Signs("无标题") }
    guesses.append(.titleFromFile)
  }
}

extension Signs {
  /// The kind that a title's last word names.
  var documentKind: String? {
    var title = trimmed
    // 关于…的意见（试行）
    if title.last == "）", let open = title.lastIndex(of: "（") { title = Signs(title[..<open]) }
    let speeches = ["讲话", "讲话稿", "发言", "发言稿", "致辞", "致词", "党课讲稿"]
    if title.ends(with: speeches) { return "讲话" }
    let kinds = [
      "通报", "意见", "通知", "方案", "报告", "办法", "规定", "细则", "决定", "纪要", "总结", "公告", "倡议书", "计划", "要点",
    ]
    if let kind = kinds.first(where: { title.ends(with: [$0]) }) { return kind }
    // 关于…的报告——以…为例
    guard let dash = title.find("——"), dash > 0 else { return nil }
    return Signs(title[..<dash]).documentKind
  }

  /// The meeting that is being held, of a clause such as 今天，我们在这里召开…会议暨…大会.
  fileprivate var meeting: Signs? {
    for verb in ["召开", "举行", "举办"] {
      guard let place = find(verb) else { continue }
      let before = Signs(self[..<place])
      let isHere = before.holds(anyOf: ["今天", "今日", "这次", "现在", "我们", "这里"])
      guard isHere, !before.contains("。") else { continue }
      let start = place + 2
      let clause = self[start...].prefix(80).prefix { !"，。；：！？".unicodeScalars.contains($0) }
      // 召开…会议的主要任务是 goes on after the name.
      guard let end = clause.lastIndex(of: "会") else { continue }
      let isLong = end + 1 < clause.endIndex && clause[end + 1] == "议"
      var name = Signs(clause[...(isLong ? end + 1 : end)])
      for word in ["了", "的", "这次", "此次", "本次", "一次"] where name.has(word, at: 0) {
        name.removeFirst(word.unicodeScalars.count)
      }
      if name.count >= 4 { return name }
    }
    return nil
  }
}
