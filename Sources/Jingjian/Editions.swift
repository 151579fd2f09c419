/// Editions: a site for each of its audiences, in folders of their own (docs/format.md, "Audiences").
extension Build {
  /// The ids of a site's audiences, the widest first.
  ///
  /// - Throws: ``Failure`` where the settings cannot be read.
  public static func audiences(of site: String) throws -> [String] {
    try DiskFault.asFailure { try settings(of: site, disk: .disk)?.audiences.map(\.id) ?? [] }
  }

  /// Where the edition for an audience is written, unless a folder is named: that for everybody into the
  /// usual folder, each other one into a folder of its own beside it.
  ///
  /// - Parameter audience: its id or name; the widest when absent. One that is not known is told of by the
  ///   build.
  public static func folder(_ usual: String, for audience: String?, of site: String) -> String {
    guard let audience, let settings = try? settings(of: site, disk: .disk),
      let place = settings.place(of: .named(audience)), place > 0
    else { return usual }
    return "\(usual)-\(settings.audiences[place].id)"
  }

  private static func settings(of site: String, disk: Disk) throws(DiskFault) -> Settings? {
    let isThere = disk.kind(site + "/" + Settings.file) == .file
    var ignored: [Diagnostic] = []
    guard isThere, let raw = try YAML.read(Settings.file, in: site, disk: disk, report: &ignored)
    else { return nil }
    var index = Index.ofKinds
    var prover = Prover(file: Settings.file, index: index)
    return Settings(raw, &index, &prover)
  }
}

extension Manifest {
  /// Proves that the site that is published may be replaced by that for an audience: each edition only by
  /// its own, so that nobody finds another one where the one for everybody was.
  func proveReplaceable(by audience: Int, of settings: Settings) throws {
    let own = settings.audiences[audience].id
    guard let published = self.audience, published != own else { return }
    // An audience that the site no longer has, has no edition; that for everybody shows no more than it.
    if audience == 0, !settings.audiences.contains(where: { $0.id == published }) { return }
    throw Failure(.otherEdition(published, replacedBy: own))
  }
}

extension Message {
  fileprivate static func otherEdition(_ published: String, replacedBy own: String) -> Message {
    Message(
      "other-edition",
      Phrase(
        zh: "这个文件夹里发布的是给「\(published)」的版本，不会用给「\(own)」的版本替换它",
        en:
          "the edition for `\(published)` is published in this folder; that for `\(own)` does not replace it"
      ),
      fix: Phrase(
        zh: "不写 --output，各版本各有文件夹；或用 --output 另指一个文件夹；确要换的，先移走原来的文件夹",
        en:
          "leave --output out, so that each edition has a folder of its own, or name another one; to replace it all the same, move the old folder away first"
      ))
  }
}
