/// A provision that a case was judged by: its words, and the article where the site holds it.
struct Provision: Sendable {
  let text: String
  let link: Body.Link?
  let citation: Citation?
}
