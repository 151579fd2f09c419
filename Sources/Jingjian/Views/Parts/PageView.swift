internal import Template

/// A view that is a whole page: its names are those of the frame and its own.
protocol PageView: View {
  /// The template's name, without its ending.
  static var template: String { get }
  var frame: Frame { get }
}

extension PageView {
  static var pageFields: Template.Fields {
    Template.Fields(
      "\(Self.self)", (Frame.slots.map { ($0.name, $0.shape) } + slots.map { ($0.name, $0.shape) }))
  }

  var pageValue: Value {
    .object(Frame.slots.map { $0.value(frame) } + Self.slots.map { $0.value(self) })
  }
}
