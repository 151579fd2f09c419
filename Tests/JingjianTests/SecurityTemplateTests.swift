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

  @Test("a template that takes itself in is refused when it is loaded")
  func circles() throws {
    let built = try TestSite([
      "templates/site/date.mustache": "{{>day}}", "templates/site/day.mustache": "{{>date}}",
    ]).build()
    #expect(!built.outcome.isFine)
    #expect(built.printed(.en).contains("the template includes itself: "))
  }
}
