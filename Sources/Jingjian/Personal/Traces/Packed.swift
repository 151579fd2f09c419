/// Packed files: documents of Word, Excel and PowerPoint, which are ZIP archives, and what they say of
/// their authors in `docProps/core.xml`.
enum Packed {
  private static let properties: [(name: String, kind: Traces.Kind)] = [
    ("dc:creator", .author), ("cp:lastModifiedBy", .author), ("Manager", .author),
    ("meta:initial-creator", .author), ("meta:creator", .author),
  ]

  static func read(_ octets: Octets, into traces: inout Traces) {
    // Entries by the list at the end, which knows their lengths.
    var start = 0
    for _ in 0..<100_000 {
      guard let place = octets.find("PK\u{1}\u{2}", from: start) else { return }
      start = place + 4
      guard let length = octets.number(place + 28, 2, isLittle: true), length < 32,
        let name = octets.part(place + 46, length)?.text,
        ["docProps/core.xml", "docProps/app.xml", "meta.xml"].contains(name)
      else { continue }
      guard let flags = octets.number(place + 8, 2, isLittle: true), flags & 1 == 0,
        let method = octets.number(place + 10, 2, isLittle: true),
        let size = octets.number(place + 20, 4, isLittle: true),
        let local = octets.number(place + 42, 4, isLittle: true),
        let nameLength = octets.number(local + 26, 2, isLittle: true),
        let extra = octets.number(local + 28, 2, isLittle: true),
        let data = octets.part(local + 30 + nameLength + extra, size), method == 0 || method == 8
      else {
        traces.isSealed = true
        continue
      }
      let text = method == 0 ? data : traces.unpacked(data)
      for (property, kind) in properties {
        for value in XMP.values(of: property, in: text) { traces.add(kind, value) }
      }
      for value in XMP.values(of: "dc:title", in: text) { traces.say(value) }
    }
  }

  /// The first member that would run on the machine that unpacks or opens the file: of an archive what
  /// may not lie in `content/media` either, of a document its macros.
  static func harmful(in octets: Octets, isArchive: Bool) -> String? {
    let archive = Archive(octets)
    // What readers may read in two ways is read in every way.
    let names = archive.faults.isEmpty ? archive.members.map(\.name) : allNames(in: octets)
    return names.first { name in
      // So long a name is none that Windows unpacks.
      if name.utf8.count > 512 { return true }
      let low = name.lowercased()
      return isArchive
        ? !name.hasSuffix("/") && (MediaForm(ending: low.ending) ?? .packed) == .packed
          && !["docx", "xlsx", "pptx", "odt", "ods", "odp", "ofd"].contains(low.ending)
        : ["vbaproject", "activex/", "scripts/"].contains { low.contains($0) }
          || low.hasPrefix("basic/")
    }.map { String($0.prefix(64)) }
  }

  /// The names of all entries, wherever they stand.
  private static func allNames(in octets: Octets) -> [String] {
    octets.bytes.offsets(of: "PK\u{1}\u{2}".utf8).compactMap { place in
      guard let length = octets.number(place + 28, 2, isLittle: true) else { return nil }
      return octets.part(place + 46, length).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
  }
}
