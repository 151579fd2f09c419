/// A medium as pages show it.
struct MediumView: View {
  let medium: Medium

  static let slots: [Slot<MediumView>] = [
    .flag("isPicture") { $0.medium.kind == .picture },
    .flag("isVideo") { $0.medium.kind == .video },
    .flag("isDocument") { $0.medium.kind == .document },
    .text("address") { $0.medium.address.encoded },
    .text("title") { $0.medium.title },
    .text("type") { $0.medium.kind == .video ? "video/" + $0.medium.address.path.ending : nil },
    .text("poster") { $0.medium.poster?.encoded },
    .object("captions") { $0.medium.captions.map { CaptionsView(captions: $0) } },
  ]
}

/// The captions of a video: for the player, and as a text to read.
struct CaptionsView: View {
  let captions: Captions

  static let slots: [Slot<CaptionsView>] = [
    .text("address") { $0.captions.address.encoded },
    .text("data") { "data:text/vtt;charset=utf-8," + Address.encode($0.captions.text) },
    .list("cues") { $0.captions.cues.map { CueView(cue: $0) } },
  ]
}

struct CueView: View {
  let cue: Captions.Cue

  static let slots: [Slot<CueView>] = [
    .text("from") { $0.cue.from },
    .text("text") { $0.cue.text },
  ]
}
