import Testing

@testable import Jingjian

/// Templates: whoever writes them may place markup, and reads nothing but what a page's view declares.
struct SecurityTemplateTests {
  @Test(
    "a template takes in templates and no other file",
    arguments: ["../../content/site.yml", "/etc/passwd", "../print/case", "assets/style.css", ".."])
  func files(_ name: String) throws {
    let built = try TestSite([
      "templates/site/page.mustache": "{{<layout}}{{$main}}{{>\(name)}}{{/main}}{{/layout}}\n",
      "content/pages/a.md": "---\ntitle: 页\n---\n正文。\n",
    ]).build()
    #expect(!built.outcome.isFine && built.published.isEmpty)
    let what = name.hasPrefix("/") ? "`\(name)` is no name" : "there is no template `\(name)`"
    #expect(
      built.printed(.en).hasPrefix("templates/site/page.mustache:1:24: error: \(what) [template]\n")
    )
  }

  @Test("a page that would be longer than any may be is told of at its template")
  func multiplied() throws {
    let text = String(repeating: "x", count: 70 << 10)
    let lists = String(repeating: "{{#cases}}", count: 3)
    let ends = String(repeating: "{{/cases}}", count: 3)
    var files = [
      "templates/site/cases.mustache":
        "{{<layout}}{{$main}}\(lists)\(text)\(ends){{/main}}{{/layout}}\n"
    ]
    for n in 0..<8 { files["content/cases/c\(n).md"] = TestSite.caseText() }
    let built = try TestSite(files).build()
    #expect(!built.outcome.isFine && built.published.isEmpty)
    #expect(
      built.printed(.en).hasPrefix(
        "templates/site/cases.mustache:1:1: error: `cases/index.html` would be longer than 32 MiB "
          + "by this template, with the turns of its loops [page-size]\n"))
  }

  @Test("a template that takes itself in is refused when it is loaded")
  func circles() throws {
    let built = try TestSite([
      "templates/site/date.mustache": "{{>day}}", "templates/site/day.mustache": "{{>date}}",
    ]).build()
    #expect(!built.outcome.isFine)
    #expect(built.printed(.en).contains("the template includes itself: "))
  }
}
