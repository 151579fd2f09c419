import Foundation

/// The part of JSON Schema that the project's own schemas use; a keyword beyond it is a fault too, so
/// that none is written in vain.
enum JSONSchema {
  private static let known: Set<String> = [
    "$schema", "title", "description", "type", "required", "properties", "additionalProperties",
    "items", "enum", "pattern", "minimum", "minItems",
  ]

  /// What of a value is not as a schema says, each with its path.
  static func faults(_ value: Any, _ schema: Any, at path: String) -> [String] {
    guard let schema = schema as? [String: Any] else { return ["\(path): the schema is no object"] }
    let unknown = schema.keys.filter { !known.contains($0) }.map {
      "\(path): unknown keyword \($0)"
    }
    guard unknown.isEmpty else { return unknown.sorted() }
    guard let type = schema["type"] as? String, isA(type, value) else {
      return ["\(path) is no \(schema["type"] ?? "typed value")"]
    }
    switch value {
    case let object as [String: Any]: return faults(object, schema, at: path)
    case let items as [Any]:
      let few = (schema["minItems"] as? Int).map { items.count < $0 } == true
      return (few ? ["\(path) has too few items"] : [])
        + items.enumerated().flatMap { n, item in
          schema["items"].map { faults(item, $0, at: "\(path)[\(n)]") } ?? []
        }
    case let text as String:
      if let choices = schema["enum"] as? [String], !choices.contains(text) {
        return ["\(path) is none of the choices"]
      }
      guard let pattern = schema["pattern"] as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) == nil
        ? ["\(path) does not match"] : []
    case let number as Int:
      return (schema["minimum"] as? Int).map { number < $0 } == true ? ["\(path) is too small"] : []
    default: return []
    }
  }

  private static func faults(_ object: [String: Any], _ schema: [String: Any], at path: String)
    -> [String]
  {
    let required = schema["required"] as? [String] ?? []
    let properties = schema["properties"] as? [String: Any] ?? [:]
    let missing = required.filter { object[$0] == nil }.sorted().map { "\(path) lacks \($0)" }
    return missing
      + object.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
        let below = "\(path).\(key)"
        if let property = properties[key] { return faults(value, property, at: below) }
        if let other = schema["additionalProperties"] as? [String: Any] {
          return faults(value, other, at: below)
        }
        return schema["additionalProperties"] as? Bool == false ? ["\(below) is not declared"] : []
      }
  }

  private static func isA(_ type: String, _ value: Any) -> Bool {
    let number = value as? NSNumber
    let isBoolean = number.map { isTruth($0) } ?? false
    return switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean
    case "integer": !isBoolean && value is Int
    default: false
    }
  }

  private static func isTruth(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
