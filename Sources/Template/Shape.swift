// Shape: what a template may see. A page's view declares its fields once, and every name of its
// templates is checked against them when the templates are loaded.

/// What stands under a name.
public indirect enum Shape: Sendable {
  /// Characters, printed by a variable. As a section: rendered unless empty, with `.` as the text.
  case text
  /// Yes or no, asked by a section and never printed.
  case flag
  /// As a section: rendered once for each element.
  case list(Shape)
  /// As a section: rendered once, with the object's own names seen first.
  case object(Fields)

  /// The shape without what is inside it, as faults tell it.
  public enum Kind: Sendable, Hashable {
    /// See ``Shape/text``.
    case text
    /// See ``Shape/flag``.
    case flag
    /// See ``Shape/list(_:)``.
    case list
    /// See ``Shape/object(_:)``.
    case object
  }

  /// Which of the four this is.
  public var kind: Kind {
    switch self {
    case .text: .text
    case .flag: .flag
    case .list: .list
    case .object: .object
    }
  }
}

/// The names a view declares, in the order in which its values stand in ``Value/object(_:)``.
public struct Fields: Sendable {
  /// What faults call the view: `CasePage`.
  public let name: String
  /// The declared names and what stands under each.
  public let slots: [(name: String, shape: Shape)]

  /// Declares a view. A name declared twice is a programmer's error.
  public init(_ name: String, _ slots: [(String, Shape)]) {
    precondition(Set(slots.map(\.0)).count == slots.count, "\(name) declares a name twice")
    self.name = name
    self.slots = slots.map { (name: $0.0, shape: $0.1) }
  }

  func slot(_ name: String) -> Int? { slots.firstIndex { $0.name == name } }
}
