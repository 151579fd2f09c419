/// An answer: which options of a question are right, as people write it – letters (`A`, `AC`,
/// `A、C`), the option itself, a list of either, and for a judgement 对 or 错 in several words.
struct Answer {
  /// Ascending, at least one.
  let places: [Int]

  static let letters: [Character] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private static let right = ["对", "正确", "是", "true", "√", "✓", "yes"]
  private static let wrong = ["错", "错误", "否", "false", "×", "✗", "no", "不对", "不正确"]

  /// Nothing when it names no option, or one twice, which is reported.
  init?(
    _ written: [Located<String>], options: [String], _ form: Question.QuizFormat,
    _ prover: inout Prover
  ) {
    var places: [Int] = []
    var isFine = true
    for item in written {
      let text = item.value
      guard let named = Answer.places(text, options, form) else {
        let message =
          Answer.isAmbiguous(text, options)
          ? Message.ambiguousAnswer(text) : .unknownAnswer(text, options, form)
        prover.say(message, at: item.span)
        isFine = false
        continue
      }
      for place in named where !prover.isFull {
        if places.contains(place) {
          prover.say(.doubledAnswer(Answer.letters[place]), at: item.span)
          isFine = false
        } else {
          places.append(place)
        }
      }
    }
    guard isFine, !places.isEmpty else { return nil }
    self.places = places.sorted()
  }

  /// Whether a text is an option's and the letter of another.
  private static func isAmbiguous(_ text: String, _ options: [String]) -> Bool {
    guard let place = options.firstIndex(where: { key($0) == key(text) }) else { return false }
    return lettered(text, options.count).map { $0 != [place] } ?? false
  }

  /// The options that one text names; nothing when it names none, or one of two.
  private static func places(
    _ text: String, _ options: [String], _ form: Question.QuizFormat
  ) -> [Int]? {
    if isAmbiguous(text, options) { return nil }
    if let place = options.firstIndex(where: { key($0) == key(text) }) { return [place] }
    if let places = lettered(text, options.count) { return places }
    guard form == .judge else { return nil }
    for words in [right, wrong] where words.contains(key(text)) {
      return options.firstIndex { words.contains(key($0)) }.map { [$0] }
    }
    return nil
  }

  /// `AC`, `A、C`, `a c`, `Ａ，Ｃ`.
  private static func lettered(_ text: String, _ count: Int) -> [Int]? {
    let signs = text.filter { !"、，,；;/ 和　".contains($0) }
    let places = signs.compactMap { sign in
      letter(sign).flatMap { letters.prefix(count).firstIndex(of: $0) }
    }
    return places.count == signs.count && !places.isEmpty ? places : nil
  }

  /// A letter in its plain form; full-width and small ones are people's habits.
  static func letter(_ sign: Character) -> Character? {
    guard let scalar = sign.unicodeScalars.first, sign.unicodeScalars.count == 1 else { return nil }
    switch scalar.value {
    case 0x41...0x5A: return sign
    case 0x61...0x7A: return letters[Int(scalar.value) - 0x61]
    case 0xFF21...0xFF3A: return letters[Int(scalar.value) - 0xFF21]
    case 0xFF41...0xFF5A: return letters[Int(scalar.value) - 0xFF41]
    default: return nil
    }
  }

  /// Options that differ in nothing that can be seen are the same.
  static func key(_ text: String) -> String {
    text.composed.filter { !$0.isWhitespace }.lowercased()
  }
}

extension Message {
  fileprivate static func unknownAnswer(
    _ text: String, _ options: [String], _ form: Question.QuizFormat
  ) -> Message {
    let last = Answer.letters[options.count - 1]
    let nearest = Suggestion.nearest(to: text, among: options)
    let how =
      form == .judge && options == Question.verdicts
      ? Phrase(zh: "写 对 或 错", en: "write `true` or `false`")
      : Phrase(
        zh: "写字母 A 到 \(last)，或选项原文", en: "write letters from `A` to `\(last)`, or the option itself"
      )
    return Message(
      "answer",
      Phrase(zh: "答案「\(text)」不在选项里", en: "the answer `\(text)` is none of the options"),
      fix: Phrase.didYouMean(nearest, how)
        ?? how)
  }

  fileprivate static func ambiguousAnswer(_ text: String) -> Message {
    Message(
      "answer",
      Phrase(
        zh: "答案「\(text)」既是一个选项的原文，又是另一个选项的字母",
        en: "the answer `\(text)` is one option and the letter of another"),
      fix: Phrase(zh: "把选项换一种写法", en: "write the options otherwise"))
  }

  fileprivate static func doubledAnswer(_ letter: Character) -> Message {
    Message(
      "answer",
      Phrase(zh: "答案里「\(letter)」写了两次", en: "the answer names `\(letter)` twice"),
      fix: Phrase(zh: "只写一次", en: "name it once"))
  }
}
