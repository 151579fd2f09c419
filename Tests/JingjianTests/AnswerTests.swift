import Testing

@testable import Jingjian

/// Answers of quizzes as people write them (docs/format.md, "Quizzes").
struct AnswerTests {
  private static let options = "[收下, 当场退回, 三日内上交, 报告]"

  @Test(
    "letters, options and lists of them name the same",
    arguments: [
      ("BC", [1, 2]), ("CB", [1, 2]), ("B、C", [1, 2]), ("b c", [1, 2]), ("Ｂ，Ｃ", [1, 2]),
      ("[B, C]", [1, 2]), ("[当场退回, 三日内上交]", [1, 2]), ("[B, 三日内上交]", [1, 2]), ("\"B,C\"", [1, 2]),
      ("ABCD", [0, 1, 2, 3]), ("[AB, D]", [0, 1, 3]), ("B/C", [1, 2]), ("B和C", [1, 2]),
    ])
  func multiple(_ written: String, _ expected: [Int]) throws {
    #expect(try Self.question("kind: multiple, options: \(Self.options)", written) == expected)
  }

  @Test(
    "a judgement is answered in several words",
    arguments: [
      ("对", [0]), ("正确", [0]), ("是", [0]), ("true", [0]), ("√", [0]), ("A", [0]),
      ("错", [1]), ("错误", [1]), ("否", [1]), ("false", [1]), ("×", [1]), ("B", [1]), ("不对", [1]),
    ])
  func judgement(_ written: String, _ expected: [Int]) throws {
    #expect(try Self.question("kind: judge", written) == expected)
  }

  @Test("a judgement's own options are meant by the words of the same sense")
  func ownOptions() throws {
    #expect(try Self.question("kind: judge, options: [错误, 正确]", "对") == [1])
    #expect(try Self.question("kind: judge, options: [合规, 违规]", "违规") == [1])
  }

  @Test("letters before the options are left out where each has its own")
  func letters() throws {
    let quiz = try Self.quiz("options: [\"A. 收下\", \"B、退回\", \"C．上交\"]", "B")
    #expect(quiz.questions[0].options == ["收下", "退回", "上交"])
    for written in ["（A）收下, （B）退回", "(a) 收下, (b) 退回", "Ａ 收下, Ｂ 退回", "A) 收下, B. 退回"] {
      #expect(try Self.quiz("options: [\(written)]", "B").questions[0].options == ["收下", "退回"])
    }
    // A letter that may belong to the text stays.
    let texts = try Self.quiz("options: [A 类案件, 退回]", "B").questions[0].options
    #expect(texts == ["A 类案件", "退回"])
  }

  @Test(
    "so many questions must be right",
    arguments: [
      (60, 10, 6), (60, 7, 5), (80, 5, 4), (100, 3, 3), (1, 3, 1), (67, 3, 3), (66, 3, 2),
    ])
  func needed(_ pass: Int, _ count: Int, _ needed: Int) throws {
    let questions = String(repeating: "- {stem: 问, kind: judge, answer: 对}\n", count: count)
    let quiz = try Self.quiz("title: 测验\npass: \(pass)\nquestions:\n\(questions)")
    #expect(quiz.needed == needed)
  }

  private static func question(_ keys: String, _ answer: String) throws -> [Int] {
    try quiz(keys, answer).questions[0].answer
  }

  private static func quiz(_ keys: String, _ answer: String) throws -> Quiz {
    try quiz("title: 测验\nquestions:\n- {stem: 问, \(keys), answer: \(answer)}\n")
  }

  private static func quiz(_ text: String) throws -> Quiz {
    let proof = try Proof(
      site: "/site", disk: TestSite(["content/quizzes/q.yml": text]).memory.disk)
    #expect(proof.report.isEmpty)
    return try #require(proof.site?[Quiz.self].first)
  }
}
