import MonographModel
import Synchronization

/// What pages a folder holds: their ids, and the names by which links of other habits lead to them.
///
/// The ids are known from the paths. Titles and other names are read from the files when a link asks for one that
/// no path answers, and then kept: a tree whose links are ids never pays for them.
public final class PageTree: Sendable {
  /// A page of the tree.
  private struct Page {
    var file: ContentFile
    var path: DocumentPath
    var entity: EntityID
    /// The id that its path asks for, where another page has it.
    var wanted: EntityID?
  }

  /// The pages by what they call themselves.
  private struct Titles {
    var names: [String: EntityID] = [:]
    var addresses: [String: EntityID] = [:]
  }

  /// Whether every page is in a file `folder/name.md`, and no link leads but by these.
  let isPlain: Bool
  private let pages: [Page]
  private let numbers: [String: Int]
  private let limits: ReaderLimits
  /// Whether it is an Obsidian vault, whose comments are not shown.
  let isVault: Bool
  /// Whether addresses may be those of a site that Jekyll makes.
  private let isSite: Bool
  private let fileNames = Mutex<[String: [Int]]?>(nil)
  private let titles = Mutex<Titles?>(nil)
  private let anchors = Mutex<[EntityID: [String: String]]>([:])

  /// Gives each page its id. Paths of the form `folder/name.md` come first; of two others that ask for one id the
  /// later gets its folders into its name.
  init(_ files: [ContentFile], isVault: Bool, limits: ReaderLimits = .default) {
    self.limits = limits
    self.isVault = isVault
    var taken: Set<EntityID> = []
    let paths = files.map { DocumentPath($0.document) }
    let plain = paths.map(\.plainEntity)
    for case let entity? in plain { taken.insert(entity) }
    pages = files.indices.map { index in
      if let entity = plain[index] {
        return Page(file: files[index], path: paths[index], entity: entity, wanted: nil)
      }
      let wanted = paths[index].nearestEntity
      if taken.insert(wanted).inserted {
        return Page(file: files[index], path: paths[index], entity: wanted, wanted: nil)
      }
      let long = paths[index].longEntity
      var entity = long
      var number = 2
      while !taken.insert(entity).inserted {
        entity = EntityID(folder: long.folder, slug: "\(long.slug)-\(number)") ?? long
        number += 1
      }
      return Page(file: files[index], path: paths[index], entity: entity, wanted: wanted)
    }
    numbers = Dictionary(
      files.enumerated().map { ($0.element.document, $0.offset) }, uniquingKeysWith: { first, _ in first })
    isSite = files.contains { $0.document.utf8.first == .underscore || $0.document.contains("/_") }
    isPlain = !isVault && !isSite && plain.allSatisfy { $0 != nil }
  }

  /// The id of a document; nil where it is none of the tree's. Tells where the id is not the one that the path
  /// asks for.
  func entity(of document: String, log: DiagnosticLog) -> EntityID? {
    guard let number = numbers[document] else { return nil }
    let page = pages[number]
    if let wanted = page.wanted {
      log.report(
        .fileName, line: 0, "Another page is \(wanted.path); this one is \(page.entity.path).",
        fix: "give one another name")
    }
    return page.entity
  }

  // MARK: - Links

  /// The page that a link between double brackets names on a page: by path, by file name, by id, then by title or
  /// another name, upper and lower case alike. Of several files of one name the one in the same folder comes
  /// first, then the one in the fewest folders.
  func entity(ofWikilink target: String, from document: String) -> EntityID? {
    let wanted = withoutEnding(target).lowercased()
    let name = wanted.split(separator: "/").last.map(String.init) ?? wanted
    let candidates = named(name).filter { number in
      let path = pages[number].path.linkName
      return path == wanted || path.hasSuffix("/" + wanted) || !wanted.contains("/")
    }
    if let best = nearest(candidates, to: document) { return pages[best].entity }
    let slug = EntityID.slug(fromName: wanted)
    if !wanted.contains("/"), let best = nearest(named(slug), to: document) { return pages[best].entity }
    return knownTitles.names[Self.key(target)]
  }

  /// The page at a path relative to a page's folder; nil where there is none. The ending may be missing or be that
  /// of a web page, and the path of a folder means its index.
  func entity(atPath path: String, from document: String) -> EntityID? {
    guard let path = Self.join(path, to: DocumentPath(document).folder) else { return nil }
    let stem = withoutEnding(path)
    for ending in DocumentPath.endings {
      for name in [stem, stem + "/index", stem + "/README"] {
        if let number = numbers[name + ending] { return pages[number].entity }
      }
    }
    return nil
  }

  /// The page at a path from the tree's root, or at an address that a site gives it; nil where there is none.
  func entity(atAddress address: String) -> EntityID? {
    if let page = entity(atPath: address, from: "") { return page }
    return isSite ? knownTitles.addresses[Self.address(address)] : nil
  }

  /// The anchor of the section of a page with a heading; nil where there is none. Reads the page once.
  func anchor(ofHeading heading: String, in entity: EntityID) -> String? {
    let known = anchors.withLock { $0[entity] }
    let slugs = known ?? readAnchors(of: entity)
    if known == nil { anchors.withLock { $0[entity] = slugs } }
    return slugs[EntityID.slug(fromName: heading)]
  }

  private func readAnchors(of entity: EntityID) -> [String: String] {
    guard let page = pages.first(where: { $0.entity == entity }),
      let source = try? ContentFolder.read(page.file, limits: limits)
    else { return [:] }
    let alone = SourceFile(name: source.name, document: source.document, bytes: source.bytes)
    let sections = MarkdownReader(limits: limits).read(alone).monograph?.allSections ?? []
    return Dictionary(
      sections.map { (EntityID.slug(fromName: $0.title), $0.anchor) }, uniquingKeysWith: { first, _ in first }
    )
  }

  // MARK: - Names

  /// The pages whose files have a name, in lower case.
  private func named(_ name: String) -> [Int] {
    fileNames.withLock { names in
      if names == nil {
        var all: [String: [Int]] = [:]
        for (number, page) in pages.enumerated() {
          let stem = page.path.linkName.split(separator: "/").last.map(String.init) ?? ""
          let name = page.path.name.lowercased()
          for known in Set([stem, name, page.entity.slug]) { all[known, default: []].append(number) }
        }
        names = all
      }
      return names?[name] ?? []
    }
  }

  private func nearest(_ candidates: [Int], to document: String) -> Int? {
    let folder = DocumentPath(document).folder
    func rank(_ number: Int) -> (Int, Int, Int) {
      let path = pages[number].path
      return (path.folder == folder ? 0 : 1, path.folder.utf8.count { $0 == .slash }, number)
    }
    return candidates.min { rank($0) < rank($1) }
  }

  /// The titles, other names and addresses that pages give themselves. Costs one look into each file, once.
  private var knownTitles: Titles {
    titles.withLock { known in
      if let known { return known }
      var read = Titles()
      for page in pages {
        let matter = matter(of: page.file)
        for name in [matter.title?.value, matter.heading].compactMap({ $0 }) + matter.aliases {
          let key = Self.key(name)
          if read.names[key] == nil { read.names[key] = page.entity }
        }
        if let permalink = matter.permalink { read.addresses[Self.address(permalink)] = page.entity }
      }
      known = read
      return read
    }
  }

  /// The front matter of a file and its first heading, from its first 64 KiB.
  private func matter(of file: ContentFile) -> FrontMatter {
    guard let bytes = try? ContentFolder.beginning(of: file, size: 1 << 16) else { return FrontMatter() }
    let log = DiagnosticLog(file: file.path, limitPerRule: 0)
    let text = SourceText(decoding: bytes, log: log)
    let place = FrontMatter.place(in: text)
    let entity = DocumentPath(file.document).nearestEntity
    let context = ReadingContext(entity: entity, text: text, log: log, limits: limits)
    let yaml = text.bytes[
      text.offset(ofLine: place.yaml.lowerBound)..<text.offset(ofLine: place.yaml.upperBound)]
    var matter =
      yaml.isEmpty
      ? FrontMatter()
      : FrontMatterReader(context: context, firstLine: place.yaml.lowerBound).frontMatter(yaml)
    var line = place.bodyLine
    while line <= text.lineCount, matter.heading == nil {
      let words = text.line(line)
      if words.starts(with: "# ".utf8) { matter.heading = words.dropFirst(2).trimmingWhitespace.text }
      line += 1
    }
    return matter
  }

  // MARK: - Paths

  private static func key(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private static func address(_ text: String) -> String {
    var path = text.split(separator: "/").joined(separator: "/").lowercased()
    for ending in [".html", "/index"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
    return path
  }

  private func withoutEnding(_ path: String) -> String {
    for ending in DocumentPath.endings + [".html"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// A relative path from a folder, with `.` and `..` resolved; nil where it leads out of the tree.
  private static func join(_ path: String, to folder: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(step))
      }
    }
    return parts.joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
  }
}
