/// A count with its noun: `1 error`, `2 errors`.
struct Count: CustomStringConvertible {
  let description: String

  init(_ number: Int, _ noun: String) { description = "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
