internal import Template

/// A page: where it stands and a way to render it. Pages can be rendered in any order, on any core,
/// one at a time, so that a build holds only as many as it has cores.
struct Page: Sendable {
  let address: Address
  /// Whether it belongs into the sitemap: not where a reader is only sent on or told of an absence.
  let isListed: Bool
  /// The last change that its record tells of.
  let date: Day?
  /// Adds the page's bytes.
  let render: @Sendable (inout [UInt8]) -> Void
}

/// The press: makes pages of views, with the theme's programs and the frame around them.
struct Press: Sendable {
  let theme: Theme
  let chrome: Chrome

  /// - Parameter view: made when the page is rendered, so that no view is kept.
  func page<V: PageView>(
    _ address: Address, section: String?, listed: Bool = true, date: Day? = nil,
    _ view: @escaping @Sendable (Frame) -> V
  ) -> Page {
    let program = theme.program(V.self)
    let frame = Frame(address: address, chrome: chrome, section: section)
    return Page(address: address, isListed: listed, date: date) { bytes in
      program.render(view(frame).pageValue, into: &bytes)
    }
  }
}
