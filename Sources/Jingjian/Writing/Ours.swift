/// Ours: what this program published, as its manifests say – at these paths, with these bytes. Only that
/// is taken away by the next build; anything else belongs to somebody, who is told of it.
struct Ours: Sendable {
  private let output: Output
  /// The SHA-256 that a file may have, by its path in the site.
  private let listed: [String: Set<String>]
  private let hasManifest: Bool

  init(in output: Output) {
    let disk = output.disk
    let manifests = [output.site + "/" + Address.manifest.path, output.record].compactMap { path in
      disk.kind(path) == .file
        ? (try? disk.read(path, .max)).flatMap { Manifest(decoding: $0) } : nil
    }
    var listed: [String: Set<String>] = [:]
    for entry in manifests.flatMap(\.files) { listed[entry.path, default: []].insert(entry.sha256) }
    (self.output, self.listed, hasManifest) = (output, listed, !manifests.isEmpty)
  }

  /// Looks for what is not ours where a build is going to take everything away.
  ///
  /// - Throws: ``Failure`` that names what was found; ``DiskFault`` where something cannot be read.
  func proveAlone() throws {
    try refuse(in: output.site, listed) { $0 == Address.manifest.path }
    let packets = listed.filter { $0.key.hasPrefix("packets/") }.map {
      (String($0.key.dropFirst("packets/".count)), $0.value)
    }
    // What `jingjian packet` made is in no manifest.
    lazy var printed = Set((try? fingerprints(in: output.store)) ?? [])
    try refuse(in: output.packets, Dictionary(uniqueKeysWithValues: packets)) { path in
      (try? output.disk.read(output.packets + "/" + path, .max)).map(Fingerprint.of)
        .map(printed.contains) ?? false
    }
  }

  private func fingerprints(in folder: String) throws(DiskFault) -> [String] {
    var fingerprints: [String] = []
    for entry in try output.disk.list(folder) where entry.kind == .file {
      fingerprints.append(Fingerprint.of(try output.disk.read(folder + "/" + entry.name, .max)))
    }
    return fingerprints
  }

  /// - Parameter isOurs: asked for what is not listed with its bytes.
  private func refuse(
    in folder: String, _ listed: [String: Set<String>], where isOurs: (String) -> Bool
  ) throws {
    let disk = output.disk
    let found = try disk.tree(folder).filter { !Ours.isLeft($0) }
    let results = inParallel(found) { entry -> Result<Foreign?, DiskFault> in
      do throws(DiskFault) {
        let foreign = Foreign(
          path: entry.path, isFile: entry.kind == .file, isAltered: listed[entry.path] != nil)
        guard foreign.isFile, let known = listed[entry.path] else { return .success(foreign) }
        let isSame = known.contains(
          Fingerprint.of(try disk.read(folder + "/" + entry.path, .max)))
        return .success(isSame ? nil : foreign)
      } catch {
        return .failure(error)
      }
    }
    var foreign: [Foreign] = []
    for result in results {
      if let file = try result.get(), !(file.isFile && isOurs(file.path)) { foreign.append(file) }
    }
    if !foreign.isEmpty { throw Failure(.foreign(foreign, in: folder, hasManifest: hasManifest)) }
  }

  /// What file managers leave wherever they looked, and what a killed command of ours did.
  private static func isLeft(_ entry: (path: String, kind: Disk.Entry.FileType)) -> Bool {
    let name = entry.path.split(separator: "/").last ?? ""
    return entry.kind == .file
      && ([".DS_Store", "Thumbs.db", "desktop.ini"].contains(name) || name.hasPrefix("._")
        || name.hasPrefix(".jingjian-"))
  }
}

/// A file that is none of ours.
private struct Foreign: Sendable {
  let path: String
  let isFile: Bool
  /// Whether we published one of this name, with other bytes than those.
  let isAltered: Bool

  var phrase: Phrase {
    isAltered
      ? Phrase(zh: "\(path)（被改动）", en: "\(path) (altered)") : Phrase(zh: path, en: path)
  }
}

extension Message {
  fileprivate static func foreign(
    _ found: [Foreign], in folder: String, hasManifest: Bool
  ) -> Message {
    let shown = found.prefix(20).map(\.phrase)
    let zh = shown.map(\.zh).joined(separator: "、") + (found.count > 20 ? " 等" : "")
    let en = shown.map(\.en).joined(separator: ", ") + (found.count > 20 ? " and others" : "")
    guard hasManifest else {
      return Message(
        "foreign-folder",
        Phrase(
          zh: "「\(folder)」里没有本程序的清单，认不出是谁的，不会覆盖它：\(zh)",
          en:
            "`\(folder)` has no manifest of ours, so nobody can tell whose it is; it is not replaced: \(en)"
        ),
        fix: Phrase(
          zh: "把这个文件夹移走（确实不要的，删去），或用 --output 换一个文件夹",
          en: "move the folder away, or remove what is not needed, or name another with --output"))
    }
    return Message(
      "foreign-folder",
      Phrase(
        zh: "「\(folder)」里有 \(found.count) 个文件不是本程序发布的样子，不会覆盖它：\(zh)",
        en:
          "\(Count(found.count, "file")) in `\(folder)` not as published by us; it is not replaced: \(en)"
      ),
      fix: Phrase(
        zh: "自己放进去的，移到别处；改过的，改到内容里，再删去这个文件；或用 --output 换一个文件夹",
        en:
          "move away what is yours; what was edited, edit in the content and remove it here; or name another folder with --output"
      ))
  }
}
