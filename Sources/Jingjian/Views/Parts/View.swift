internal import Template

/// A view: what a template may see of a page or of a part of one. It declares each name once, with
/// its shape and where its value comes from; templates are checked against the declaration when they
/// are loaded.
protocol View: Sendable {
  static var slots: [Slot<Self>] { get }
}

/// One name of a view.
///
/// What makes lists and objects is not specialised for each view: it runs once a page and name, and fifty
/// copies of it took the release compiler two fifths of its time (measured on the demo and 2,000 cases;
/// the build of a site is as quick without them).
struct Slot<V>: Sendable {
  let name: String
  let shape: Shape
  let value: @Sendable (V) -> Value

  static func text(_ name: String, _ read: @escaping @Sendable (V) -> String?) -> Slot {
    Slot(name: name, shape: .text) { read($0).map(Value.text) ?? .absent }
  }

  static func number(_ name: String, _ read: @escaping @Sendable (V) -> Int?) -> Slot {
    Slot(name: name, shape: .text) { read($0).map { .text(String($0)) } ?? .absent }
  }

  /// HTML that was made by a writer; templates print it with three braces.
  static func html(_ name: String, _ read: @escaping @Sendable (V) -> [UInt8]) -> Slot {
    Slot(name: name, shape: .text) { .bytes(read($0)) }
  }

  static func flag(_ name: String, _ read: @escaping @Sendable (V) -> Bool) -> Slot {
    Slot(name: name, shape: .flag) { .flag(read($0)) }
  }

  static func texts(_ name: String, _ read: @escaping @Sendable (V) -> [String]) -> Slot {
    Slot(name: name, shape: .list(.text)) { .list(read($0).map(Value.text)) }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  static func list<Item: View>(
    _ name: String, _ read: @escaping @Sendable (V) -> [Item]
  ) -> Slot {
    Slot(name: name, shape: .list(.object(Item.fields))) { .list(read($0).map(\.value)) }
  }

  /// A list inside an object that is absent when the list is empty, so that a template can write a
  /// heading which is only there with its items: `{{#related}}…{{#items}}…{{/items}}{{/related}}`.
  @_semantics("optimize.sil.specialize.generic.never")
  static func group<Item: View>(
    _ name: String, _ read: @escaping @Sendable (V) -> [Item]
  ) -> Slot {
    group(name, of: .object(Item.fields)) { read($0).map(\.value) }
  }

  /// The same for texts.
  @_semantics("optimize.sil.specialize.generic.never")
  static func group(_ name: String, _ read: @escaping @Sendable (V) -> [String]) -> Slot {
    group(name, of: .text) { read($0).map(Value.text) }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private static func group(
    _ name: String, of element: Shape, _ read: @escaping @Sendable (V) -> [Value]
  ) -> Slot {
    let fields = Template.Fields(name, [("items", .list(element))])
    return Slot(name: name, shape: .object(fields)) { view in
      let items = read(view)
      return items.isEmpty ? .absent : .object([.list(items)])
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  static func object<Item: View>(
    _ name: String, _ read: @escaping @Sendable (V) -> Item?
  ) -> Slot {
    Slot(name: name, shape: .object(Item.fields)) { read($0)?.value ?? .absent }
  }

  /// A part that many pages share and that was made into a value once.
  @_semantics("optimize.sil.specialize.generic.never")
  static func shared(
    _ name: String, _ fields: Template.Fields, _ read: @escaping @Sendable (V) -> Value
  ) -> Slot {
    Slot(name: name, shape: .object(fields), value: read)
  }
}

extension View {
  /// The view's names and shapes, for the template engine.
  @_semantics("optimize.sil.specialize.generic.never")
  static var fields: Template.Fields {
    Template.Fields("\(Self.self)", slots.map { ($0.name, $0.shape) })
  }

  var value: Value { .object(Self.slots.map { $0.value(self) }) }
}
