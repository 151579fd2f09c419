internal import Markdown

/// A regulation: 制度, a text whose headings begin with `第N条` (docs/format.md, "Regulations").
final class Regulation: Record {
  let common: RecordHead
  /// The articles in the order of the text.
  let articles: [HeadedArticle]

  /// An article and the heading under which it stands.
  struct HeadedArticle: Sendable {
    let article: Article
    let heading: Body.Heading
  }

  struct Keys: Sendable {}
  static let keys = Keys()

  static let kind = RecordKind(
    "regulations", title: "制度", one: Phrase(zh: "制度", en: "regulation"), keys)

  init?(_ common: RecordHead, _ fields: Fields<Regulation>, _ prover: inout Prover) {
    self.common = common
    articles = common.body.headings.compactMap { heading in
      Article(heading: heading.title).map { HeadedArticle(article: $0, heading: heading) }
    }
  }
}
