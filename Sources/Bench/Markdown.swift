// Markdown: the time to make HTML from a Chinese page of 4 kB, beside libcmark's own for the same.

import CCmark
import Glibc
import Markdown

func markdownBenchmark() {
  let page = ReportPage.markdown
  let clock = ContinuousClock()
  var html: [UInt8] = []
  func ours() {
    html.removeAll(keepingCapacity: true)
    Document(page).html(into: &html)
  }
  func libcmark() {
    var page = page
    page.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        free(cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_DEFAULT))
      }
    }
  }
  // Both are measured in turn, so that what else the machine does touches both alike.
  let rounds = (0..<200).map { _ in
    let ours = clock.measure { for _ in 0..<20 { ours() } } / 20
    let libcmark = clock.measure { for _ in 0..<20 { libcmark() } } / 20
    return (ours: ours, libcmark: libcmark, ratio: ours / libcmark)
  }
  let ratio = rounds.map(\.ratio).sorted()[100]
  print(
    "markdown: \(page.utf8.count) bytes: median \(microseconds(rounds.map(\.ours).sorted()[100])) µs,",
    "libcmark \(microseconds(rounds.map(\.libcmark).sorted()[100])) µs,",
    "ratio \(Double(Int(ratio * 100)) / 100) (allowed: 1.6)")
}

private func microseconds(_ duration: Duration) -> Double {
  Double(Int(duration / .nanoseconds(100))) / 10
}

/// A page as a clerk writes it: five parts with paragraphs, emphasis, lists, a quote and links.
private enum ReportPage {
  static let markdown = (1...4).map(part).joined(separator: "\n")

  private static func part(_ number: Int) -> String {
    """
    ## 第\(number)部分 案发原因与整改方向

    经查，王某在担任部门负责人期间，对分管领域的廉政风险**认识不足、防范不力。**有关制度虽已建立，
    但在执行中层层递减，*该请示的不请示，该报告的不报告*，最终酿成违纪问题（详见[通报全文](notice.md)）。

    - 思想上放松了学习，把“看惯了”当成“没问题”，把“老办法”当成“好办法”；
    - 监督上失之于宽、失之于软，**抽查、回访、通报**三个环节都流于形式；
    - 管理上重业务、轻廉政，一岗双责没有落到具体的人和具体的事。

    > 制度的生命力在于执行。没有执行的制度，只是挂在墙上的纸。

    下一步，各部门要对照清单逐项自查，于2025年6月30日前报送结果；逾期不报的，由督察部门`逐一核实`并予以通报。
    整改情况纳入年度考核，与评先评优直接挂钩，确保件件有着落、事事有回音。

    """
  }
}
