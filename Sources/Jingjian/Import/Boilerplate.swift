/// Boilerplate: lines that a web page put around the speech, told by their shape.
extension Speech {
  mutating func leaveOutBoilerplate() {
    var kept: [Piece] = []
    // Below the note that the text goes on elsewhere, the page advertises how to get at it.
    var ended = false
    for piece in pieces {
      if let reason = piece.gap == nil ? reason(piece.text.folded, ended) : nil {
        leaveOut([piece], reason)
      } else {
        kept.append(piece)
        if case .rest = piece.gap { ended = true } else { ended = false }
      }
    }
    pieces = kept
  }

  private func reason(_ text: Signs, _ ended: Bool) -> Imported.Reason? {
    if text.isPath { return .path }
    if text.isSite { return .site }
    if text.isAdvertisement || (ended && text.count < 40 && text.holds(anyOf: ["会员", "下载"])) {
      return .advertisement
    }
    return nil
  }
}

extension Signs {
  /// 您的位置：首页>>法院>>正文
  fileprivate var isPath: Bool {
    guard count <= 120, !contains("。") else { return false }
    let names = ["您的位置", "您现在的位置", "你的位置", "当前位置", "所在位置"]
    if names.contains(where: { has($0 + "：", at: 0) }) { return true }
    return has("首页", at: 0) && contains(">")
  }

  /// A line that is nothing but a site's name or address, or both.
  fileprivate var isSite: Bool {
    guard count <= 80, !contains(where: { "，。；！？".unicodeScalars.contains($0) }) else {
      return false
    }
    if count <= 10, ends(with: ["文秘网", "范文网", "公文网", "文库网", "资料网"]) { return true }
    let words = split(whereSeparator: { Sign.isSpace($0) || Sign.isChinese($0) })
    guard words.contains(where: { Signs($0).isAddress }) else { return false }
    // 详见 before an address belongs to the text; a site's name or 网址 does not.
    let name = filter(\.isHan)
    return name.isEmpty || (name.count <= 16 && name.ends(with: ["网", "网站", "网址", "文库"]))
  }

  private var isAddress: Bool {
    // The colon of `http://` is folded into a Chinese mark, and words are parted there.
    !contains("@") && contains(where: \.isLatin)
      && (starts(with: ["//", "www."]) || ends(with: [".com", ".cn", ".net", ".org"]))
  }

  /// What a page says to sell the text, or to lead on from it.
  var isAdvertisement: Bool {
    guard count <= 120 else { return false }
    if holds(anyOf: ["正式会员", "请阅读下面提示信息", "当前仅显示", "会员可完整阅读", "下载全文"]) {
      return true
    }
    return starts(with: ["收藏《", "相关文章："])
  }
}
