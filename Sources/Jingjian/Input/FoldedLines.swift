internal import Markdown

/// Folded lines: a value that goes on over several lines of YAML, which puts a blank for each line's end.
/// Between Chinese characters there is none, as in Markdown.
extension String {
  /// The same without the blanks that stand for the ends of lines between Chinese characters.
  ///
  /// - Parameter lines: how the value stands in its file, without indentation.
  func unfolded(_ lines: [String]) -> String {
    let bytes = Array(utf8)
    var blanks: Set<Int> = []
    var (from, missed) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where line.joins(next) {
      let before = Array((line.suffix(4) + " ").utf8)
      // Beside an escape the value is not as it stands in the file.
      guard let found = bytes.offset(of: before + next.prefix(4).utf8, from: from) else {
        missed += 1
        if missed > 10 { break }
        continue
      }
      from = found + before.count
      blanks.insert(from - 1)
    }
    if blanks.isEmpty { return self }
    return String(
      decoding: bytes.indices.filter { !blanks.contains($0) }.map { bytes[$0] }, as: UTF8.self)
  }
}
