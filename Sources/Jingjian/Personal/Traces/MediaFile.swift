/// A file of media, of which only parts are read: a video may be larger than the memory.
struct MediaFile: Sendable {
  /// From the site's folder.
  let path: String
  let site: String
  let disk: Disk

  /// The most that is read at once.
  static let limit = 64 << 20

  /// Bytes from a place on; less where the file ends before.
  func part(_ start: Int, _ count: Int) throws(DiskFault) -> Octets {
    Octets(try disk.part(site + "/" + path, start, min(count, MediaFile.limit)))
  }

  /// The last bytes.
  func end(_ count: Int) throws(DiskFault) -> Octets {
    Octets(try disk.part(site + "/" + path, -count, count))
  }

  /// Whether it is a picture in the form of a video (HEIC, AVIF).
  func isPicture() throws(DiskFault) -> Bool {
    let brand = try part(8, 4)
    return ["heic", "heix", "mif1", "avif", "msf1"].contains { brand.starts(with: $0) }
  }
}
