internal import Foundation
internal import Jingjian
internal import Synchronization

/// The meter: one line on the terminal that says how far a build is, rewritten in place.
final class Meter: Sendable {
  private let language: Language
  private let isShown: Bool
  private let state = Mutex((total: 0, done: 0))

  init(language: Language, isShown: Bool) {
    self.language = language
    self.isShown = isShown
  }

  func note(_ step: Build.Stage) {
    guard isShown else { return }
    let line: String? = state.withLock { state in
      switch step {
      case .proving: return language == .zh ? "读取和核对记录……" : "reading and proving records …"
      case .printing(let packets):
        return language == .zh ? "印刷材料 \(packets) 份……" : "printing \(packets) packets …"
      case .rendering(let pages):
        state.total = pages
        return nil
      case .rendered(let pages):
        state.done += pages
        // A line for each of thousands of pages would cost more than the pages.
        guard state.done % 100 == 0 || state.done == state.total else { return nil }
        return language == .zh
          ? "网页 \(state.done)/\(state.total)" : "pages \(state.done)/\(state.total)"
      }
    }
    if let line { Console.error("\r\u{1B}[K" + line) }
  }

  func clear() {
    if isShown { Console.error("\r\u{1B}[K") }
  }
}
