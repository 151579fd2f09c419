extension Build {
  /// What `jingjian verify` found: the files of a published site that are not as its manifest says.
  public struct Verification: Sendable {
    fileprivate var differences: [Difference] = []
    fileprivate var files = 0
    /// Of the manifest; nothing when there is none.
    fileprivate var fingerprint: String?
    /// What the edition is called, where it is not for everybody.
    fileprivate var edition: String?

    /// Whether there is one that is a link: what it leads to vouches for nothing.
    fileprivate var isLinked = false

    /// A file that is not as it was published.
    fileprivate enum Difference: Sendable {
      case altered(String)
      case added(String)
      case missing(String)
    }

    /// Whether all is as it was published.
    public var isFine: Bool { differences.isEmpty && fingerprint != nil }

    /// What was found, a line each, and how many files were looked at.
    public func text(in language: Language) -> String {
      ([edition.map(Phrase.edition)].compactMap { $0 } + differences.map(\.phrase) + [conclusion])
        .map { Printer.shown($0.said(in: language)) + "\n" }.joined()
    }

    private var conclusion: Phrase {
      if isLinked {
        return Phrase(
          zh: "data/manifest.json 是链接（快捷方式），不是发布的那一份，无法核对；请重新生成网站",
          en:
            "data/manifest.json is a symbolic link and not what was published, nothing can be verified; build the site again"
        )
      }
      guard let fingerprint else {
        return Phrase(
          zh: "没有 data/manifest.json，或者它已损坏，无法核对；请重新生成网站",
          en:
            "data/manifest.json is missing or damaged, nothing can be verified; build the site again"
        )
      }
      guard differences.isEmpty else {
        return Phrase(
          zh: "\(differences.count) 处与清单不符；请从可信的副本恢复，或重新生成网站",
          en:
            "\(Count(differences.count, "difference")) from the manifest; restore a copy that you trust, or build the site again"
        )
      }
      return Phrase(
        zh: "\(files) 个文件都与清单一致；清单的指纹（SHA-256）是 \(fingerprint)",
        en: "\(Count(files, "file")) as in the manifest, whose SHA-256 is \(fingerprint)")
    }
  }

  /// Compares a published site with its manifest. The manifest itself is vouched for by its fingerprint,
  /// which the build and the sign-off sheet tell.
  ///
  /// - Parameter folder: a site, or the folder that holds `site` and `packets`.
  /// - Throws: ``Failure`` where there is no such folder, or something in it cannot be read.
  public static func verify(_ folder: String) throws -> Verification {
    try DiskFault.asFailure { try verify(folder, disk: .disk) }
  }

  static func verify(_ folder: String, disk: Disk) throws -> Verification {
    // What is named may be a link to it; what lies in it may not.
    guard disk.kind(folder + "/.") == .folder else { throw Failure(.noFolder(folder)) }
    let hasSite =
      disk.kind(folder + "/" + Address.manifest.path) == nil
      && disk.kind(folder + "/site") == .folder
    let site = hasSite ? folder + "/site" : folder
    var verification = Verification()
    let isLink = { (path: String) in disk.kind(site + "/" + path) == .link }
    if isLink("data") || isLink(Address.manifest.path) {
      verification.isLinked = true
      return verification
    }
    guard let bytes = try? disk.read(site + "/" + Address.manifest.path, .max),
      let manifest = Manifest(decoding: bytes)
    else { return verification }
    verification.fingerprint = Fingerprint.of(bytes)
    verification.edition = manifest.edition
    let listed = Dictionary(
      manifest.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    try verification.compare(site, with: listed, disk, isNamed: !hasSite) {
      $0 != Address.manifest.path
    }
    if hasSite {
      // Copies of what stands in the site.
      let packets = listed.filter { $0.key.hasPrefix("packets/") && $0.key.hasSuffix(".pdf") }
      let copies = packets.map { (String($0.key.dropFirst("packets/".count)), $0.value) }
      try verification.compare(
        folder + "/packets", with: Dictionary(uniqueKeysWithValues: copies), disk)
    }
    return verification
  }
}

extension Build.Verification {
  /// Compares the files of a folder with what is listed, and tells of them by their paths from here.
  fileprivate mutating func compare(
    _ folder: String, with listed: [String: String], _ disk: Disk,
    isNamed: Bool = false, where isListed: (String) -> Bool = { _ in true }
  ) throws {
    // What a link leads to is not what was published, be it all of them.
    let isFolder = disk.kind(folder) == .folder || isNamed && disk.kind(folder + "/.") == .folder
    let found = try isFolder ? disk.tree(folder).filter { isListed($0.path) } : []
    let present = try inParallel(found) { entry throws(DiskFault) -> Difference? in
      let shown = folder + "/" + entry.path
      guard let sha256 = listed[entry.path] else { return .added(shown) }
      // What a link leads to is not what was published.
      guard entry.kind == .file else { return .altered(shown) }
      return Fingerprint.of(try disk.read(shown, .max)) == sha256 ? nil : .altered(shown)
    }
    let missing = Set(listed.keys).subtracting(found.map(\.path))
    let all = present.compactMap(\.self) + missing.map { .missing(folder + "/" + $0) }
    differences += all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    files += found.count
  }
}

extension Build.Verification.Difference {
  fileprivate var path: String {
    switch self {
    case .altered(let path), .added(let path), .missing(let path): path
    }
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .altered(let path): Phrase(zh: "被改动：\(path)", en: "altered: \(path)")
    case .added(let path): Phrase(zh: "多出来：\(path)", en: "added: \(path)")
    case .missing(let path): Phrase(zh: "不见了：\(path)", en: "missing: \(path)")
    }
  }
}
