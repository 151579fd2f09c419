/// A page frame: what a web page of an office puts above and below the text, its buttons and its imprint.
extension Speech {
  /// A line of buttons is none of the text wherever it stands. What an imprint says may stand in a text
  /// too (主办单位, 地址, 电话); it is one only at the page's foot, beside a line that no text has.
  mutating func leaveOutFrame() {
    // Above the text, what tells the day of publication is read as labels.
    let isFrame = pieces.enumerated().map { place, piece in
      piece.gap == nil && (piece.text.isButtons || piece.text.isOfPage)
        && !(place < 12 && piece.text.folded.holds(anyOf: ["时间：", "日期："]))
    }
    var foot = pieces.count
    while foot > 0, isFrame[foot - 1] || pieces[foot - 1].text.isImprint { foot -= 1 }
    let hasFoot = isFrame[foot...].contains(true)
    for (place, piece) in pieces.enumerated()
    where isFrame[place] || (hasFoot && place >= foot) {
      leaveOut([piece], .frame)
    }
    pieces = pieces.indices.filter { !isFrame[$0] && !(hasFoot && $0 >= foot) }.map { pieces[$0] }
  }
}

extension Signs {
  /// Nothing but words to click on: 【打印本页】【关闭窗口】, 字号：大 中 小, 分享到：微信 微博.
  fileprivate var isButtons: Bool {
    guard count <= 120 else { return false }
    let parts = split { !$0.isHan && !$0.isLatin }.map { Signs($0).string }
    guard !parts.isEmpty, parts.allSatisfy({ buttons.contains($0) || sizes.contains($0) }) else {
      return false
    }
    return parts.contains(where: buttons.contains)
  }

  /// What no text says: how the page was made, and who is asked about it.
  fileprivate var isOfPage: Bool {
    guard count <= 160 else { return false }
    let signs = Signs(folded.filter { !Sign.isSpace($0) })
    if signs.holds(anyOf: ["ICP备", "ICP证", "公网安备", "AllRightsReserved"]) { return true }
    guard signs.count <= 80, !signs.contains("。") else { return false }
    if signs.has("建议使用", at: 0) { return signs.holds(anyOf: ["浏览器", "分辨率"]) }
    return signs.starts(with: [
      "分享到", "责任编辑：", "责编：", "本页责编：", "扫一扫", "扫描二维码", "微信扫一扫", "打印本页", "关闭窗口", "【打印", "【关闭", "【字体",
      "【字号", "字号：", "字体：", "版权所有", "Copyright", "copyright", "©", "网站标识码", "政府网站标识码", "备案号：",
      "备案序号",
      "网站备案", "网站维护：", "您是第", "访问量：", "浏览次数：", "浏览量：", "阅读量：", "点击数：", "点击量：", "上一篇", "下一篇", "上一条：",
      "下一条：", "相关链接：", "相关阅读：", "返回顶部",
    ])
  }

  fileprivate var isImprint: Bool {
    guard count <= 100, !contains("。") else { return false }
    let signs = Signs(folded.filter { !Sign.isSpace($0) })
    return signs.starts(with: [
      "主办单位：", "主办：", "技术支持：", "技术支持单位：", "承办单位：", "承办：", "维护单位：", "管理单位：", "地址：", "联系地址：", "通讯地址：",
      "电话：", "联系电话：", "举报电话：",
      "邮编：", "邮政编码：", "传真：", "邮箱：", "电子邮箱：", "编辑：", "来源：", "审核：", "校对：", "供稿：", "撰稿：", "作者：",
    ])
  }
}

/// Words that a page has to be clicked on.
private let buttons: Set<String> = [
  "打印", "打印本页", "打印此页", "打印页面", "关闭", "关闭窗口", "关闭本页", "关闭页面", "收藏", "收藏本页", "加入收藏", "分享", "分享到",
  "分享文章", "字号",
  "字体", "字体大小", "返回顶部", "返回首页", "返回列表", "网站首页", "网站地图", "联系我们", "关于我们", "网站声明", "法律声明", "隐私声明",
  "无障碍浏览",
  "无障碍阅读", "长者模式", "适老化", "繁体", "简体", "纠错", "我要纠错", "设为首页", "手机版", "微信扫一扫", "扫一扫", "复制链接", "友情链接",
  "相关链接",
  "相关阅读", "相关附件下载", "朗读", "语音播报",
]

/// Words that stand beside those, and may stand alone in a text.
private let sizes: Set<String> = [
  "大", "中", "小", "到", "微信", "微博", "新浪微博", "腾讯微博", "QQ", "QQ空间", "QQ好友", "人人网", "豆瓣", "朋友圈", "首页",
  "返回", "A", "T",
]
