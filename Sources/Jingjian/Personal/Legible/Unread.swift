/// Something in a file of media that nobody looked into but people.
struct Unread: Hashable, Sendable {
  /// The packed file; nothing for the file itself.
  let member: String
  let reason: Reason

  enum Reason: Error, Hashable {
    /// What is drawn, filmed or spoken.
    case shown
    case locked, packing, damaged, deep, large
    /// Bytes of an archive that belong to no member.
    case stray
    /// A form of files that is not known.
    case form
    /// Letters of a PDF whose font does not say what they are.
    case letters
  }
}

extension Unread.Reason {
  /// Why, for whoever has to look.
  var phrase: Phrase {
    switch self {
    case .shown: Phrase(zh: "画着的、说的", en: "what is drawn or spoken")
    case .locked: Phrase(zh: "加了密", en: "it is locked with a password")
    case .packing: Phrase(zh: "压缩方式不认识", en: "packed in a way that is not known")
    case .damaged: Phrase(zh: "有一部分坏了", en: "a part of it is damaged")
    case .deep: Phrase(zh: "压缩包套了太多层", en: "archives are packed in each other too deep")
    case .large: Phrase(zh: "展开以后太大，只看了前面的", en: "too large when unpacked; its beginning was read")
    case .stray: Phrase(zh: "有些字节不属于里面的任何文件", en: "some of its bytes belong to no file in it")
    case .form: Phrase(zh: "不认识的文件", en: "a form of files that is not known")
    case .letters:
      Phrase(zh: "有些字的字体没说是什么字", en: "the font of some letters does not say what they are")
    }
  }
}
