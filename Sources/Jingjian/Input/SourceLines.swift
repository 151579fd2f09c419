internal import Synchronization

/// The lines that diagnostics show. Diagnostics are printed in the order of their places, so the lines of
/// one file are kept until another one is asked for.
final class SourceLines: Sendable {
  private let site: String
  private let last = Mutex((file: "", lines: [String]()))

  init(site: String) { self.site = site }

  /// - Returns: nothing when there is no such line, or the file is none: what was refused as a link
  ///   or a device is not opened to be shown.
  @Sendable func line(of file: String, _ number: Int) -> String? {
    last.withLock { last in
      if last.file != file { last = (file, SourceLines.read(file, site: site)) }
      return last.lines.indices.contains(number - 1) ? last.lines[number - 1] : nil
    }
  }

  private static func read(_ file: String, site: String) -> [String] {
    for path in [site + "/" + file, file] where Disk.disk.kind(path) == .file {
      guard let bytes = try? Disk.disk.read(path, SourceFile.limit),
        let text = Encoding.decode(bytes).text
      else { continue }
      return text.withPlainLineEnds.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map { String($0) }
    }
    return []
  }
}

extension [Diagnostic] {
  /// Sorted, with the lines that they mean read again from the site's folder.
  func printed(in language: Language, as form: Printer.DiagnosticsFormat, site: String) -> String {
    let lines = SourceLines(site: site)
    return Printer(language: language, form: form, line: lines.line).print(sortedForPrinting())
  }
}
