// Point 1: emphasis beside Chinese punctuation, as the CJK-friendly amendments to CommonMark say.

import Testing

@Suite struct EmphasisTests {
  @Test(arguments: cases)
  func pointOne(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  static let cases: [(String, String)] = [
    // A closing run behind Chinese punctuation, before Chinese.
    ("**廉洁是底线。**不可逾越", "<strong>廉洁是底线。</strong>不可逾越"),
    ("**谁分管，**谁负责", "<strong>谁分管，</strong>谁负责"),
    ("**有令必行、**有禁必止", "<strong>有令必行、</strong>有禁必止"),
    ("**为什么？**请思考", "<strong>为什么？</strong>请思考"),
    ("**警钟长鸣！**切记", "<strong>警钟长鸣！</strong>切记"),
    ("**要求如下：**一是", "<strong>要求如下：</strong>一是"),
    ("**其一；**其二", "<strong>其一；</strong>其二"),
    ("**执行局（试行）**的做法", "<strong>执行局（试行）</strong>的做法"),
    ("**《廉政守则》**已印发", "<strong>《廉政守则》</strong>已印发"),
    ("**【通报】**各部门", "<strong>【通报】</strong>各部门"),
    ("**「家风」**建设", "<strong>「家风」</strong>建设"),
    ("**『清风』**徐来", "<strong>『清风』</strong>徐来"),
    ("**〔待核〕**的数字", "<strong>〔待核〕</strong>的数字"),
    // The same with one `*`, and with three.
    ("*谁分管，*谁负责", "<em>谁分管，</em>谁负责"),
    ("*《廉政守则》*已印发", "<em>《廉政守则》</em>已印发"),
    ("***警钟长鸣！***切记", "<em><strong>警钟长鸣！</strong></em>切记"),
    // An opening run behind Chinese, before Chinese punctuation.
    ("印发**《廉政守则》**", "印发<strong>《廉政守则》</strong>"),
    ("按照**（试行）办法**办", "按照<strong>（试行）办法</strong>办"),
    ("发出**【通报】**", "发出<strong>【通报】</strong>"),
    ("弘扬*「家风」*之美", "弘扬<em>「家风」</em>之美"),
    ("对照**《条例》第三条**自查", "对照<strong>《条例》第三条</strong>自查"),
    // Both sides at once.
    ("按**《条例》，**办理", "按<strong>《条例》，</strong>办理"),
    ("见**（附件一）**和**（附件二）**两份", "见<strong>（附件一）</strong>和<strong>（附件二）</strong>两份"),
    ("甲*，乙，*丙", "甲<em>，乙，</em>丙"),
    // Quotation marks that both scripts share.
    ("**“一岗双责”**要落实", "<strong>“一岗双责”</strong>要落实"),
    ("落实**“一岗双责”**要求", "落实<strong>“一岗双责”</strong>要求"),
    ("他说**“知道”，**却不办", "他说<strong>“知道”，</strong>却不办"),
    ("*‘小事’*不小", "<em>‘小事’</em>不小"),
    ("严防**“灯下黑”。**又如", "严防<strong>“灯下黑”。</strong>又如"),
    ("**破折号——**后面", "<strong>破折号——</strong>后面"),
    ("**省略号……**后面", "<strong>省略号……</strong>后面"),
    ("前面**——破折号**", "前面<strong>——破折号</strong>"),
    ("**王某·李某·**等", "<strong>王某·李某·</strong>等"),
    ("**省略……**abc", "<strong>省略……</strong>abc"),
    ("abc**“引号”**abc", "abc<strong>“引号”</strong>abc"),
    // Chinese punctuation beside Latin letters and digits.
    ("**金额（万元）**100", "<strong>金额（万元）</strong>100"),
    ("2025**（上半年）**", "2025<strong>（上半年）</strong>"),
    ("A**，乙，**B", "A<strong>，乙，</strong>B"),
    ("**合计：**12件", "<strong>合计：</strong>12件"),
    // Western marks beside Chinese.
    ("**截至2025(含)**共计", "<strong>截至2025(含)</strong>共计"),
    ("共计**(含预留)**元", "共计<strong>(含预留)</strong>元"),
    ("**完成率100%**以上", "<strong>完成率100%</strong>以上"),
    ("达到**\"双百\"**目标", "达到<strong>&quot;双百&quot;</strong>目标"),
    ("**`code`**中文", "<strong><code>code</code></strong>中文"),
    ("中文**`code`**中文", "中文<strong><code>code</code></strong>中文"),
    ("见**[链接](a.html)**处", "见<strong><a href=\"a.html\">链接</a></strong>处"),
    ("**第1条.**第2条", "<strong>第1条.</strong>第2条"),
    // Plain letters, which never were a problem.
    ("要**压实**责任", "要<strong>压实</strong>责任"),
    ("要*压实*责任", "要<em>压实</em>责任"),
    ("**压实**责任", "<strong>压实</strong>责任"),
    // One inside the other.
    ("**重点是*（落实）*二字**", "<strong>重点是<em>（落实）</em>二字</strong>"),
    ("*前**。*后**", "<em>前**。</em>后**"),
    ("**甲。***乙*", "<strong>甲。</strong><em>乙</em>"),
    // Japanese and Korean.
    ("**注意。**これは", "<strong>注意。</strong>これは"),
    ("これは**（重要）**です", "これは<strong>（重要）</strong>です"),
    ("**(주의)**입니다", "<strong>(주의)</strong>입니다"),
    ("한국**(서울)**에서", "한국<strong>(서울)</strong>에서"),
    // Characters outside the basic plane, and variation selectors.
    ("𠮷**（𠮷野）**𠮷", "𠮷<strong>（𠮷野）</strong>𠮷"),
    ("葛\u{E0100}**(城)**", "葛\u{E0100}<strong>(城)</strong>"),
    // Still no emphasis: a space inside the run, an escape, `_` within a word, Western text.
    ("要** 压实**责任", "要** 压实**责任"),
    ("**甲。 **乙", "**甲。 **乙"),
    ("\\*\\*甲。\\*\\*乙", "**甲。**乙"),
    ("甲__乙__丙", "甲__乙__丙"),
    ("_甲。_乙", "_甲。_乙"),
    ("a**(b)**c", "a**(b)**c"),
    ("`**甲。**乙`", "<code>**甲。**乙</code>"),
    // The rule of three keeps this one run, with the amendments too.
    ("**甲。****乙。**", "<strong>甲。****乙。</strong>"),
  ]

  @Test func markersNeverReachThePage() {
    let text = "**甲。**乙 [链接**。**](甲**（乙.md \"题**（目\") `码**。`\n\n    块**。块\n\n<b>**。甲</b>"
    let document = html(text)
    #expect(!document.unicodeScalars.contains { (0xE000...0xE003).contains($0.value) })
    #expect(!document.contains("%EE%80"))
  }
}
