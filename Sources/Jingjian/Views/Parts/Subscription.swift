/// What readers can subscribe to.
extension Findings {
  var hasFeed: Bool {
    site.settings.baseURL != nil
      && !(course.lessons.isEmpty && caseIndex.cases.isEmpty && clarifications.isEmpty)
  }

  var hasAgenda: Bool { site.settings.baseURL != nil && !course.lessons.isEmpty }

  /// Whether there is what readers would subscribe to and no address that they could be sent to.
  var lacksBase: Bool {
    site.settings.baseURL == nil && !(course.lessons.isEmpty && clarifications.isEmpty)
  }
}

extension Message {
  static let noBase = Message(
    "no-base-url",
    Phrase(
      zh: "没有写「网址」，不生成订阅源、课程日历和网站地图",
      en: "without `base-url` there is no feed, no calendar of lessons and no sitemap"),
    fix: Phrase(
      zh: "需要时加一行“网址: https://…”", en: "add a line `base-url: https://…` where they are wanted"))
}
