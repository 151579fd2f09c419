/// A citation: a record that another one refers to, and where it does.
struct Citation: Sendable, Hashable {
  let section: String
  let id: String
  let span: Span
}

/// A link as it was resolved, and where it was written.
struct InnerLink: Sendable, Hashable {
  let address: Address
  let fragment: String?
  let span: Span
}

/// A provision that a case was judged by: its words, and the article where the site holds it.
struct Provision: Sendable {
  let text: String
  let link: InnerLink?
  let citation: Citation?
}
