/// The summary: what a build did, for the person who started it. It goes to the terminal alone; what
/// it says of left-out records may stand in no published file.
extension Build.Outcome {
  /// - Parameters:
  ///   - seconds: how long the build took, as the caller measured it.
  ///   - folder: where the site was put; nothing for a check.
  public func summary(in language: Language, seconds: Double, folder: String?) -> String {
    let phrases = !isFine ? [failure(folder)] : success(seconds, folder)
    return phrases.map { Printer.shown($0.said(in: language)) + "\n" }.joined()
  }

  private func failure(_ folder: String?) -> Phrase {
    let published = folder == nil
    return Phrase(
      zh: "\(errors) 个错误，\(warnings) 个警告" + (published ? "" : "；没有发布，原来的网站未动"),
      en: "\(Count(errors, "error")), \(Count(warnings, "warning"))"
        + (published ? "" : "; nothing was published, the old site is untouched"))
  }

  private func success(_ seconds: Double, _ folder: String?) -> [Phrase] {
    let time =
      "\(Int((seconds * 100).rounded()) / 100).\(String(Int((seconds * 100).rounded()) % 100).padded(2))"
    var phrases: [Phrase] = []
    let day = today.map { "\($0)" } ?? ""
    if let folder {
      phrases.append(
        Phrase(
          zh: "已生成 \(pages) 个网页、\(files) 个文件（以 \(day) 为今天），用时 \(time) 秒：\(folder)/index.html",
          en:
            "made \(Count(pages, "page")), \(Count(files, "file")) (today is \(day)) in \(time) s: \(folder)/index.html"
        ))
    } else {
      phrases.append(
        Phrase(
          zh: "已检查 \(pages) 个网页（以 \(day) 为今天），用时 \(time) 秒，没有错误",
          en: "checked \(Count(pages, "page")) (today is \(day)) in \(time) s, no errors"))
    }
    if let edition { phrases.append(.edition(edition)) }
    phrases += packetPhrases(folder)
    phrases += leftOutPhrases
    if let scannedPhrase { phrases.append(scannedPhrase) }
    phrases += unreadPhrases
    phrases += gone?.phrases ?? []
    if let fingerprint {
      phrases.append(
        Phrase(
          zh: "清单 \(Address.manifest.path) 的指纹（SHA-256）：\(fingerprint)",
          en: "SHA-256 of \(Address.manifest.path): \(fingerprint)"))
    }
    if withdrawn > 0 {
      phrases.append(
        Phrase(zh: "已撤回、只留说明：\(withdrawn) 件", en: "withdrawn, a notice stands there: \(withdrawn)"))
    }
    if warnings > 0 {
      phrases.append(Phrase(zh: "警告 \(warnings) 个", en: "\(Count(warnings, "warning"))"))
    }
    return phrases
  }

  /// What was looked for in what is published, and in how much.
  private var scannedPhrase: Phrase? {
    guard scanned.files > 0 else { return nil }
    let kilobytes = (scanned.bytes + 500) / 1000
    let size = kilobytes < 10_000 ? "\(kilobytes) kB" : "\((kilobytes + 500) / 1000) MB"
    let kinds: [(Int, String, String)] = [
      (scanned.words, "保密词", "private word"),
      (scanned.addresses, "未发布的网址", "unpublished page"),
      (scanned.sentences, "未发布的标题和句子", "unpublished sentence"),
    ]
    let found = kinds.filter { $0.0 > 0 }
    return Phrase(
      zh: "已在 \(scanned.files) 个文件（\(size)）里查找："
        + found.map { "\($0.1) \($0.0) 个" }.joined(separator: "，") + "，都没有出现",
      en: "looked through \(Count(scanned.files, "file")) (\(size)) for "
        + found.map { "\(Count($0.0, $0.2))" }.joined(separator: ", ") + ": none is there")
  }

  /// What people have to look at by themselves: each file that is closed, and how many show something.
  private var unreadPhrases: [Phrase] {
    var phrases: [Phrase] = []
    let shown = unread.count { $0.parts.contains { $0.reason == .shown } }
    if shown > 0 {
      phrases.append(
        Phrase(
          zh: "画着的字、说的话没有看进去的文件 \(shown) 个，请自己看一遍",
          en: "not looked into: what is drawn or spoken in \(Count(shown, "file")); look at them"))
    }
    let closed = unread.flatMap { path, parts in
      parts.filter { $0.reason != .shown }.map { (path, $0) }
    }
    for (path, part) in closed.prefix(20) {
      let name = part.member.isEmpty ? path : "\(path) \(part.member)"
      phrases.append(
        Phrase(
          zh: "没有看进去：\(name)（\(part.reason.phrase.zh)）",
          en: "not looked into: \(name) (\(part.reason.phrase.en))"))
    }
    if closed.count > 20 {
      phrases.append(
        Phrase(
          zh: "没有看进去的还有 \(closed.count - 20) 处",
          en: "not looked into: \(Count(closed.count - 20, "more part"))"))
    }
    return phrases
  }

  /// Where each packet was put, and how long it is.
  ///
  /// - Parameter folder: the folder of PDFs.
  public func packetLines(in language: Language, folder: String) -> String {
    printed.map { item in
      guard case .done(_, let pages, _, _) = item.state else {
        return packetPhrases(nil).map { $0.said(in: language) }.joined()
      }
      return Phrase(
        zh: "\(folder)/\(item.composition.packet.id).pdf，\(pages) 页",
        en: "\(folder)/\(item.composition.packet.id).pdf, \(Count(pages, "page"))"
      ).said(in: language)
    }.map { $0 + "\n" }.joined()
  }

  /// Whether Typst or a font was lacking.
  public var isUnprinted: Bool {
    printed.contains { if case .lacking = $0.state { true } else { false } }
  }

  /// How many packets were printed, or why they were not and how to get what is lacking.
  ///
  /// - Parameter site: the folder of the site; that of the packets lies beside it.
  private func packetPhrases(_ site: String?) -> [Phrase] {
    guard let first = printed.first else { return [] }
    let folder = site.map { $0.hasSuffix("/site") ? $0.dropLast("site".count) + "packets" : $0 }
    switch first.state {
    case .done:
      let pages = printed.reduce(0) { sum, item in
        if case .done(_, let pages, _, _) = item.state { sum + pages } else { sum }
      }
      return [
        Phrase(
          zh: "印刷材料 \(printed.count) 份，共 \(pages) 页" + (folder.map { "：\($0)" } ?? ""),
          en: "\(Count(printed.count, "packet")), \(Count(pages, "page"))"
            + (folder.map { ": \($0)" } ?? ""))
      ]
    case .off: return []
    case .lacking(let lack):
      let ids = printed.map(\.composition.packet.id)
      let what =
        lack == .typst
        ? Phrase(zh: "没有 Typst", en: "there is no Typst")
        : Phrase(zh: "缺少字体", en: "fonts are lacking")
      return [
        Phrase(
          zh: "\(what.zh)，这些印刷材料没有做：\(ids.joined(separator: "、"))；运行 scripts/setup 安装",
          en:
            "\(what.en), these packets were not made: \(ids.joined(separator: ", ")); run scripts/setup to get it"
        )
      ]
    }
  }

  private var leftOutPhrases: [Phrase] {
    guard !leftOut.isEmpty else { return [Phrase(zh: "没有略去任何记录", en: "no record was left out")] }
    let counts = Selection.Reason.allCases.compactMap { reason -> (Selection.Reason, Int)? in
      let count = leftOut.count { $0.reason == reason }
      return count > 0 ? (reason, count) : nil
    }
    return [
      Phrase(
        zh: "略去 \(leftOut.count) 件："
          + counts.map { "\($0.phrase.zh) \($1)" }.joined(separator: "，"),
        en: "left out \(Count(leftOut.count, "record")): "
          + counts.map { "\($0.phrase.en) \($1)" }.joined(separator: ", "))
    ]
  }
}

extension Build.Outcome {
  /// All that was said about the input, sorted by place.
  ///
  /// - Parameter site: the site's folder, from which the faulty lines are read again.
  public func diagnostics(
    in language: Language, as form: Printer.DiagnosticsFormat, site: String
  ) -> String {
    report.printed(in: language, as: form, site: site)
  }
}

extension Build.Outcome {
  /// How what would be published differs from what is; nothing where that was not asked or could not be
  /// found out.
  public func changesText(in language: Language) -> String? { changes?.text(in: language) }
}

extension Build {
  /// Where the sign-off sheet of an output folder is put.
  public static func signOffSheet(in output: String) -> String { SignOff.path(in: output) }
}

extension Phrase {
  /// For whom an edition is, where not for everybody.
  static func edition(_ name: String) -> Phrase {
    Phrase(zh: "范围：\(name)", en: "edition for \(name)")
  }
}
