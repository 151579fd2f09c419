// Alerts: a quote whose first line is `[!NOTE]` or one of its kin.

internal import CCmark

enum Alert: UInt8, CaseIterable {
  case note, tip, important, warning, caution

  init?(_ name: String) {
    switch name.lowercased() {
    case "note", "说明", "注释": self = .note
    case "tip", "提示": self = .tip
    case "important", "重要": self = .important
    case "warning", "警示", "警告": self = .warning
    case "caution", "注意", "当心": self = .caution
    default: return nil
    }
  }

  /// The class that style sheets know it by.
  var style: StaticString {
    switch self {
    case .note: "alert-note"
    case .tip: "alert-tip"
    case .important: "alert-important"
    case .warning: "alert-warning"
    case .caution: "alert-caution"
    }
  }
}

extension Words {
  func title(of alert: Alert) -> String {
    switch alert {
    case .note: note
    case .tip: tip
    case .important: important
    case .warning: warning
    case .caution: caution
    }
  }
}

extension Builder {
  mutating func quote(_ node: OpaquePointer) {
    quotes += 1
    guard let paragraph = cmark_node_first_child(node),
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let first = cmark_node_first_child(paragraph), let literal = cmark_node_get_literal(first),
      cmark_node_get_type(first) == CMARK_NODE_TEXT, let name = Bytes(literal).alertName,
      cmark_node_next(first).map(cmark_node_get_type) ?? CMARK_NODE_SOFTBREAK
        == CMARK_NODE_SOFTBREAK
    else { return push(.quote) }
    guard let alert = Alert(name) else {
      begin(paragraph)
      faults.append(Fault(range: locate(Bytes(literal), in: first), kind: .unknownAlert(name)))
      return push(.quote)
    }
    push(.alert, flags: alert.rawValue)
    alertName = first
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The name in `[!name]`, when that is all.
  fileprivate var alertName: String? {
    guard holds("[!", at: 0), count > 3, self[count - 1] == 0x5D else { return nil }
    let name = 2..<count - 1
    return self[name].contains { $0 == 0x5B || $0 == 0x5D } ? nil : string(name)
  }
}

extension Writer {
  mutating func alert(_ node: Node) {
    guard let alert = Alert(rawValue: node.flags) else { return }
    startLine("<aside class=\"alert ")
    html.append(alert.style)
    html.append("\">\n<p class=\"alert-title\">")
    escape(words.title(of: alert))
    html.append("</p>\n")
  }
}
