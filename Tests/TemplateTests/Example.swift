// Example: a template, what it is given, and what it prints. The data of an example says its own
// shape, so that a row of a table stays one line.

import Template
import Testing

enum Datum: Sendable {
  case text(String)
  case flag(Bool)
  case list([Datum])
  case object([(String, Datum)])
  /// Declared with this shape, and not there.
  case absent(Shape)

  /// Declared with the shape of an example, and not there.
  static func missing(_ example: Datum) -> Datum { .absent(example.shape) }

  var shape: Shape {
    switch self {
    case .text: .text
    case .flag: .flag
    case .list(let elements): .list(elements.first?.shape ?? .text)
    case .object(let pairs): .object(Fields("View", pairs.map { ($0.0, $0.1.shape) }))
    case .absent(let shape): shape
    }
  }

  var value: Template.Value {
    switch self {
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .list(let elements): .list(elements.map(\.value))
    case .object(let pairs): .object(pairs.map { $0.1.value })
    case .absent: .absent
    }
  }
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: Datum...) { self = .list(elements) }
  init(dictionaryLiteral pairs: (String, Datum)...) { self = .object(pairs) }
}

struct Example: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let data: Datum
  let partials: KeyValuePairs<String, String>
  let expected: String

  init(
    _ name: String, _ template: String, _ data: Datum = [:],
    partials: KeyValuePairs<String, String> = [:], prints expected: String
  ) {
    self.name = name
    self.template = template
    self.data = data
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { name }

  func check(_ location: SourceLocation = #_sourceLocation) {
    let result = render(template, data, partials: partials)
    #expect(result.faults == [], sourceLocation: location)
    #expect(result.output == expected, sourceLocation: location)
  }
}

/// Renders a template called `page` of the file `page.mustache`; nil where there are faults.
func render(
  _ template: String, _ data: Datum, partials: some Sequence<(key: String, value: String)> = []
) -> (output: String?, faults: [Fault]) {
  let sources = [("page", template)] + partials.map { ($0.key, $0.value) }
  let library = Library(
    sources.map { key, text in
      (key: key, source: Source(name: "\(key).mustache", text: text))
    })
  guard case .object(let fields) = data.shape else { return (nil, []) }
  let (program, faults) = library.program("page", for: fields)
  guard let program else { return (nil, library.faults + faults) }
  var bytes: [UInt8] = []
  program.render(data.value, into: &bytes)
  return (String(decoding: bytes, as: UTF8.self), library.faults)
}
