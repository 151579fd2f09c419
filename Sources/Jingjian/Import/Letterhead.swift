/// A letterhead: the lines above the title of an official paper, with its number.
extension Speech {
  mutating func readLetterhead(_ lines: inout [Piece]) {
    var rest: [Piece] = []
    for piece in lines {
      let (left, signer) = piece.text.partedAtSigner
      if let number = left.documentNumber, head.number == nil || head.number == number.string {
        head.number = number.string
        leaveOut([Piece(piece.lines, left)], .number)
        if !signer.isEmpty { leaveOut([Piece(piece.lines, signer)], .delivery) }
      } else if piece.text.isDelivery {
        leaveOut([piece], .delivery)
      } else if let office = piece.text.letterhead, lines.count > 1 {
        if head.author == nil { head.author = office.string }
        leaveOut([piece], .letterhead)
      } else {
        if piece.text.isSecret { guesses.append(.secret(line: piece.line)) }
        rest.append(piece)
      }
    }
    lines = rest
  }
}

extension Signs {
  /// 明法发〔2025〕5号, also with the year first, and in brackets under a title; as it is written.
  var documentNumber: Signs? {
    var line = trimmed
    if line.first.map({ "（(".unicodeScalars.contains($0) }) == true, line.last != "号" {
      line = Signs(line.dropFirst().dropLast()).trimmed
    }
    let signs = line.folded
    guard signs.count <= 40, signs.last == "号",
      let open = signs.firstIndex(where: { "〔[［【（".unicodeScalars.contains($0) })
    else { return nil }
    let year = signs.dropFirst(open + 1).prefix { Sign.isDigit($0) }
    let close = open + 1 + year.count
    guard year.count == 4, close < signs.count,
      "〕]］】）".unicodeScalars.contains(signs[close]),
      signs[..<open].allSatisfy({ $0.isHan || Sign.isSpace($0) }), open <= 20
    else { return nil }
    let number = signs[(close + 1)...].dropLast()
    guard number.contains(where: Sign.isDigit),
      number.allSatisfy({ $0.isHan || Sign.isDigit($0) || Sign.isSpace($0) || $0 == "-" })
    else { return nil }
    return line
  }

  /// What no title is, though it stands where one may.
  var standsAboveTitle: Bool {
    isSecret || isDelivery || partedAtSigner.0.documentNumber != nil
  }

  /// The number and who signs stand on one line in a paper to a higher office.
  fileprivate var partedAtSigner: (Signs, Signs) {
    guard let place = find("签发人"), place > 0 else { return (self, []) }
    return (Signs(self[..<place]).trimmed, Signs(self[place...]))
  }

  /// 签发人：某某, 特急, 000012.
  fileprivate var isDelivery: Bool {
    let signs = folded.filter { !Sign.isSpace($0) }
    if signs.starts(with: ["签发人：", "签发："]) { return signs.count <= 40 }
    if ["特急", "加急", "特提", "平急", "急件"].contains(signs.string) { return true }
    return signs.count == 6 && signs.allSatisfy(Sign.isDigit)
  }

  /// 明镜区人民法院文件.
  fileprivate var letterhead: Signs? {
    let signs = filter { !Sign.isSpace($0) }
    guard (6...40).contains(signs.count), signs.ends(with: ["文件"]), signs.allSatisfy(\.isHan)
    else { return nil }
    return Signs(signs.dropLast(2))
  }

  /// 秘密★1年.
  fileprivate var isSecret: Bool {
    let signs = filter { !Sign.isSpace($0) }
    return signs.count <= 12 && signs.starts(with: ["绝密", "机密", "秘密", "内部"])
      && (signs.count <= 4 || signs.contains("★"))
  }
}
