import Testing

@testable import Jingjian

/// Punctuation, and what means something to Markdown.
struct ImportSignTests {
  @Test(arguments: [
    SpeechLine("学,思;行:信?好!", "学，思；行：信？好！"),
    SpeechLine("从75%升至99.8%,其中(含补考)", "从75%升至99.8%，其中（含补考）"),
    SpeechLine("8:30到24:00,共1,005人", "8:30到24:00，共1,005人"),
    SpeechLine("提高3.2,达98.6%;", "提高3.2，达98.6%；"),
    SpeechLine("案号(2024)临01刑终3号", "案号（2024）临01刑终3号"),
    SpeechLine("学习, 思考 ,行动", "学习，思考 ，行动"),
    SpeechLine("见http://a.example/b?c=1,2", "见http://a.example/b?c=1,2"),
    SpeechLine("call f(x), then (y)", "call f(x), then (y)"),
    SpeechLine("(1) 要学", "（1）要学"),
    SpeechLine("法官（含助理)", "法官（含助理）"),
    SpeechLine("他说“好”,‘对’;", "他说“好”，‘对’；"),
  ])
  func `punctuation of Chinese text is of full width`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }

  @Test(arguments: [
    SpeechLine("a*b*c和[甲](乙)", #"a\*b\*c和\[甲\]（乙）"#),
    SpeechLine("# 井号", ##"\# 井号"##),
    SpeechLine("- 短横", #"\- 短横"#),
    SpeechLine("+ 加号，党建+审判", #"\+ 加号，党建+审判"#),
    SpeechLine("> 引用", #"\> 引用"#),
    SpeechLine("---", #"\---"#),
    SpeechLine("===", #"\==="#),
    SpeechLine("1. \u{3000}", #"1\."#),
    SpeechLine("2024. 五月", "2024\\. 五月"),
    SpeechLine("<b>&lt;`x`~~|{#a}", ##"\<b\>\&lt;\`x\`\~\~\|\{\#a\}"##),
    SpeechLine("a\\*", #"a\\\*"#),
    SpeechLine("\u{0}甲\u{7}乙\u{200B}丙", "甲乙丙"),
    SpeechLine("　　缩进", "缩进"),
  ])
  func `what means something to Markdown reads as it stands`(line: SpeechLine) {
    #expect(SpeechLine.imported(line.source) == line.paragraph)
  }
}
