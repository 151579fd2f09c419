/// A colour: the three grades of warning, from the mildest.
enum Colour: String, Choice, Comparable {
  case blue, yellow, red

  /// The letter that stands for it in black and white.
  var letter: String {
    switch self {
    case .blue: "蓝"
    case .yellow: "黄"
    case .red: "红"
    }
  }

  private var grade: Int {
    switch self {
    case .blue: 0
    case .yellow: 1
    case .red: 2
    }
  }

  static func < (a: Colour, b: Colour) -> Bool { a.grade < b.grade }

  static let chinese = allCases.map(\.letter)
}
