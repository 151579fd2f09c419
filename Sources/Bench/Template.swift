// Template: the time to render one page of 150 tags and 8 kB, the size of a case's page.

import Template

func templateBenchmark() {
  let (program, faults) = Library(BenchPage.sources).program("case", for: BenchPage.fields)
  guard let program else { preconditionFailure("the benchmark's template has faults: \(faults)") }
  let page = BenchPage.value
  var bytes: [UInt8] = []
  let clock = ContinuousClock()
  let rounds = (0..<200).map { _ in
    clock.measure {
      for _ in 0..<20 {
        bytes.removeAll(keepingCapacity: true)
        program.render(page, into: &bytes)
      }
    } / 20
  }.sorted()
  let (median, slowest) = (microseconds(rounds[100]), microseconds(rounds[198]))
  print("template: \(BenchPage.tags) tags, \(bytes.count) bytes:", terminator: " ")
  print("median \(median) µs, 99 of 100 within \(slowest) µs (allowed: 30 µs)")
}

private func microseconds(_ duration: Duration) -> Double {
  Double(Int(duration / .nanoseconds(100))) / 10
}

/// A case's page: a layout, a navigation, a table of facts, sections of rendered Markdown, and a
/// list of related cases. Parts of the page that repeat are counted as often as they are rendered.
private enum BenchPage {
  static let related = 20
  static let facts = 12
  static let sections = 8
  static let links = 10
  static let tags = 6 + 3 * links + 3 * facts + 2 * sections + 1 + 3 * related + 1

  static let sources: [(key: String, source: Source)] = [
    (
      "layout",
      Source(
        name: "layout.mustache",
        text: """
          <!doctype html>
          <html lang="zh-Hans">
          <head>
            <meta charset="utf-8">
            <title>{{$title}}{{site}}{{/title}}</title>
            <link rel="stylesheet" href="{{root}}assets/site.css">
          </head>
          <body>
            <nav>
              {{>links}}
            </nav>
            <main>
              {{$main}}{{/main}}
            </main>
          </body>
          </html>

          """)
    ),
    (
      "links",
      Source(
        name: "links.mustache",
        text: """
          {{#links}}
          <a href="{{url}}"{{#current}} aria-current="page"{{/current}}>{{label}}</a>
          {{/links}}

          """)
    ),
    (
      "case",
      Source(
        name: "case.mustache",
        text: """
          {{<layout}}
          {{$title}}{{title}} · {{site}}{{/title}}
          {{$main}}
          <h1>{{title}}</h1>
          <table>
          {{#facts}}
            <tr><th scope="row">{{name}}</th><td>{{value}}{{#unit}} {{unit}}{{/unit}}</td></tr>
          {{/facts}}
          </table>
          {{#sections}}
          <section><h2>{{heading}}</h2>{{{body}}}</section>
          {{/sections}}
          {{^related}}<p>没有相关案例</p>{{/related}}
          <ul>
          {{#related}}
            <li><a href="{{url}}">{{title}}</a> <small>{{summary}}</small></li>
          {{/related}}
          </ul>
          {{/main}}
          {{/layout}}

          """)
    ),
  ]

  static let fields = Fields(
    "CasePage",
    [
      ("site", .text), ("root", .text), ("title", .text),
      (
        "links",
        .list(.object(Fields("Link", [("url", .text), ("label", .text), ("current", .flag)])))
      ),
      (
        "facts",
        .list(.object(Fields("Fact", [("name", .text), ("value", .text), ("unit", .text)])))
      ),
      ("sections", .list(.object(Fields("Section", [("heading", .text), ("body", .text)])))),
      (
        "related",
        .list(.object(Fields("Card", [("url", .text), ("title", .text), ("summary", .text)])))
      ),
    ])

  static let value = Value.object([
    .text("清风镜鉴"), .text("../../"), .text("某科工作人员违规收受礼品礼金案"),
    .list(
      (0..<links).map {
        .object([.text("../../list/\($0).html"), .text("栏目\($0)"), .flag($0 == 3)])
      }),
    .list(
      (0..<facts).map { .object([.text("事项\($0)"), .text("第 \($0) 项的\"内容\""), .absent]) }),
    .list(
      (0..<sections).map { number in
        let words = String(repeating: "深入剖析问题产生的原因和教训，", count: 9)
        return .object([.text("第\(number)部分"), .bytes(Array("<p>\(words)</p>".utf8))])
      }),
    .list(
      (0..<related).map { number in
        .object([
          .text("../\(number)/index.html"), .text("相关案例 \(number)"),
          .text("为他人在案件办理中提供便利 & 收受好处"),
        ])
      }),
  ])
}
