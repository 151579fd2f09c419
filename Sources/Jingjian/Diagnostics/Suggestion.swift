/// A suggestion: the known name nearest to one that is not known, for "did you mean".
enum Suggestion {
  /// The candidate with the fewest edits, when it is near enough to be meant: at most a third of the
  /// longer name, and at least one edit is always allowed to a name of two characters or more.
  static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      // Most of many thousand names are told by their lengths, before anything is made of them.
      let longer = max(wanted.count, min(64, candidate.unicodeScalars.count))
      let allowed = longer < 2 ? 0 : max(1, longer / 3)
      guard abs(wanted.count - min(64, candidate.unicodeScalars.count)) <= allowed else {
        continue
      }
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let distance = edits(wanted, scalars)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Edits between two names, an exchange of neighbours counting as one.
  private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}

extension Phrase {
  /// The question whether a name was meant, and how to write it else; nothing where no name is near.
  static func didYouMean(_ nearest: String?, _ form: Phrase? = nil) -> Phrase? {
    nearest.map {
      Phrase(
        zh: "是不是「\($0)」？" + (form?.zh ?? ""),
        en: "did you mean `\($0)`?" + (form.map { " " + $0.en } ?? ""))
    }
  }
}
