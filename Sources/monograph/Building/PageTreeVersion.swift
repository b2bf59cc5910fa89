import MonographSources

/// What tells whether the pages that a page's links are resolved among have changed.
///
/// A link by name, `[[Baclofen]]`, leads to whatever page of the tree bears the name, and among files of any path
/// one may have the id that another asks for. So a page for which that counts is read again when any page of its
/// tree changed; others depend on nothing but themselves.
struct PageTreeVersion {
  private let files: [ContentFile]
  private var known: String?

  init(_ files: [ContentFile]) { self.files = files }

  /// The version of the tree for a page; empty for one that does not depend on it.
  mutating func version(for page: SourceFile) -> String {
    guard page.dependsOnOtherPages else { return "" }
    if let known { return known }
    var text = ""
    for file in files {
      let digest = (try? ContentFolder.read(file)).map { Fingerprint.hex(of: $0.bytes) } ?? ""
      text += "\(file.document) \(digest)\n"
    }
    let version = Fingerprint.hex(of: text)
    known = version
    return version
  }
}
