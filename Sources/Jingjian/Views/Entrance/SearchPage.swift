/// The search page: a form and an empty list, which `assets/search.js` fills from the search index.
struct SearchPage: PageView {
  let frame: Frame

  static let template = "search"

  static let slots: [Slot<SearchPage>] = []
}
