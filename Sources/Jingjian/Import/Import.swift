/// Import: a speech as plain text in, a record out, with what needs a person marked in it.
///
/// No character of the speech is lost: it is in the record, in its order, or among what was left out.
func importSpeech(text: String, file: String) -> Imported {
  let name = fileName(file)
  var speech = Speech(text)
  speech.leaveOutPageNumbers()
  speech.takeOutCuts()
  speech.leaveOutBoilerplate()
  speech.leaveOutFrame()
  speech.joinTornLines()
  speech.readContents()
  speech.readHead(name)
  var blocks = speech.readBody()
  speech.restoreHeadings(in: &blocks)
  speech.leftOut.sort { $0.lines.lowerBound < $1.lines.lowerBound }
  let draft = Draft(speech.head, blocks, speech.guesses, file: name)
  return Imported(
    stem: stem(speech.head), record: draft.text, salutation: speech.salutation,
    close: speech.close, leftOut: speech.leftOut, marked: draft.marked, guesses: speech.guesses)
}

/// Without its folders: a record says nothing of the machine that it was made on.
private func fileName(_ path: String) -> String {
  let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
  return Signs(String(last)).filter { (!Sign.isSpace($0) && !$0.isForbidden) || $0 == " " }.string
}

/// Letters and digits of the title, as long as a file name may well be.
private func stem(_ head: Speech.Head) -> String {
  let letters = head.title.filter {
    $0.isHan || $0.isLatin || ("0"..."9").contains($0)
      || ($0.properties.isAlphabetic && Identifier.fault(in: String($0)) == nil)
  }
  // The rarest signs take four bytes each, and leave room for the day.
  let title = letters.prefix(48).reduce(into: "") {
    if $0.utf8.count < Identifier.limit - 15 { $0.unicodeScalars.append($1) }
  }
  let day = head.day.map { "\($0)" }
  let parts = [day, title.isEmpty ? nil : title].compactMap(\.self)
  let stem = parts.joined(separator: "-")
  // Some names are taken by pages that the site makes itself, or by devices of Windows.
  return Identifier.fault(in: stem) != nil || Identifier.isReserved(stem) ? "导入-\(title)" : stem
}
