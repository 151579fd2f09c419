internal import Foundation
internal import Synchronization

/// The manifest: the SHA-256 of every published file and of every source that the build shows,
/// `data/manifest.json` (its schema is in `templates/data/`). By it `jingjian verify` finds what was
/// altered, and whoever holds a source can say whether a site shows it.
struct Manifest: Sendable, Decodable {
  /// The day that counted as today.
  let date: String
  /// The id of the audience that it is for; nothing in what older versions published.
  var audience: String?
  /// What that edition is called, where it is not for everybody.
  var edition: String?
  /// All files but the manifest itself, by their path in the site.
  let files: [FileDigest]
  /// From the site's folder.
  let sources: [FileDigest]
  /// Pages on which a notice of withdrawal stands.
  let withdrawn: [String]

  struct FileDigest: Sendable, Hashable, Decodable {
    let path: String
    /// In hexadecimal digits.
    let sha256: String
  }

  /// A line for each file, so that two manifests can be compared by eye.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func list(_ name: String, _ entries: [JSON]) {
      bytes += "\"\(name)\": [".utf8
      for (n, entry) in entries.enumerated() {
        bytes += (n == 0 ? "\n" : ",\n").utf8
        entry.write(into: &bytes)
      }
      bytes += "]".utf8
    }
    bytes += "{\"date\": \"\(date)\",\n".utf8
    for case (let name, let value?) in [("audience", audience), ("edition", edition)] {
      bytes += "\"\(name)\": ".utf8
      JSON.string(value).write(into: &bytes)
      bytes += ",\n".utf8
    }
    list("files", files.map(\.json))
    bytes += ",\n".utf8
    list("sources", sources.map(\.json))
    bytes += ",\n".utf8
    list("withdrawn", withdrawn.map { .string($0) })
    bytes += "}\n".utf8
    return bytes
  }

  /// All names in it, without the digits between them.
  var names: [UInt8] {
    Array((files + sources).map(\.path).joined(separator: "\n").utf8)
      + Array(withdrawn.joined(separator: "\n").utf8)
  }

  /// Reads the manifest of a site.
  ///
  /// - Returns: nothing when there is none that can be read.
  static func read(in site: String, disk: Disk) -> Manifest? {
    (try? disk.read(site + "/" + Address.manifest.path, .max)).flatMap { Manifest(decoding: $0) }
  }
}

extension Manifest {
  /// Nothing where the bytes are no manifest.
  init?(decoding bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
      return nil
    }
    self = manifest
  }

  init(
    today: Day, audience: String, edition: String?, written: Inventory, sources: [FileDigest],
    withdrawn: [RecordHead]
  ) {
    self.init(
      date: "\(today)", audience: audience, edition: edition, files: written.entries,
      sources: sources.sorted(),
      withdrawn: withdrawn.map(\.address.path).sorted())
  }
}

extension Manifest {
  /// What it would say of sources, by their names.
  init(of sources: [String]) {
    self.init(
      date: "", files: [], sources: sources.map { FileDigest(path: $0, sha256: "") }, withdrawn: [])
  }
}

extension Manifest.FileDigest {
  fileprivate var json: JSON { .object([("path", .string(path)), ("sha256", .string(sha256))]) }
}

extension [Manifest.FileDigest] {
  /// By the bytes of their paths, so that the order is the same on every machine.
  fileprivate func sorted() -> [Manifest.FileDigest] {
    sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

/// An inventory: the fingerprints of all files that were written so far, on any core.
final class Inventory: Sendable {
  private let files = Mutex<[String: String]>([:])

  func note(_ bytes: [UInt8], at address: Address) {
    let fingerprint = Fingerprint.of(bytes)
    files.withLock { $0[address.path] = fingerprint }
  }

  fileprivate var entries: [Manifest.FileDigest] {
    files.withLock { $0 }.map { Manifest.FileDigest(path: $0, sha256: $1) }.sorted()
  }
}
