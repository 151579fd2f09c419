/// A drawing: the marks of a chart as SVG. Looks are classes and presentation attributes, never styles
/// in the page; `currentColor` follows the page into the dark. Coordinates are tenths of a pixel, so
/// that nothing is reckoned in binary fractions.
struct Drawing {
  private(set) var bytes: [UInt8] = []

  struct Point: Equatable {
    var x: Int
    var y: Int
  }

  mutating func line(_ a: Point, _ b: Point, _ attributes: String) {
    add("<line x1=\"\(n(a.x))\" y1=\"\(n(a.y))\" x2=\"\(n(b.x))\" y2=\"\(n(b.y))\" \(attributes)/>")
  }

  /// A line through points, broken where there is none.
  mutating func path(_ points: [Point?], _ attributes: String) {
    add("<path fill=\"none\" \(attributes) d=\"")
    var isDrawing = false
    for point in points {
      guard let point else {
        isDrawing = false
        continue
      }
      add("\(isDrawing ? "L" : "M")\(n(point.x)) \(n(point.y))")
      // A point that stands alone would not be seen.
      if !isDrawing { add("h.1") }
      isDrawing = true
    }
    add("\"/>")
  }

  mutating func rectangle(_ corner: Point, width: Int, height: Int, _ attributes: String) {
    add(
      "<rect x=\"\(n(corner.x))\" y=\"\(n(corner.y))\" width=\"\(n(width))\" height=\"\(n(height))\" \(attributes)/>"
    )
  }

  mutating func circle(_ center: Point, radius: Int, _ attributes: String) {
    add("<circle cx=\"\(n(center.x))\" cy=\"\(n(center.y))\" r=\"\(n(radius))\" \(attributes)/>")
  }

  mutating func text(_ text: String, at point: Point, _ attributes: String) {
    add(
      "<text x=\"\(n(point.x))\" y=\"\(n(point.y))\" fill=\"currentColor\" \(attributes)>\(text.xmlEscaped)</text> "
    )
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private func n(_ tenths: Int) -> String {
    let magnitude = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    return magnitude % 10 == 0
      ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
  }
}
