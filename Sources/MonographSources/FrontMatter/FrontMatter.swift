import MonographModel

/// What a page's front matter says. What it does not say is nil or empty.
struct FrontMatter {
  /// A piece of front matter with the line it stands on.
  struct Located<Value> {
    var value: Value
    var line: Int
  }

  var title: Located<String>?
  var kind: String?
  var aliases: [String] = []
  var entityClass: String?
  var publisher: String?
  var url: String?
  var document: String?
  var licence: String?
  var note: String?
  var version: String?
  var effective: String?
  var reviewed: String?
  var identifiers: [Identifier] = []
  var relations: [Located<Relation>] = []
  var references: [Located<Reference>] = []
  var redirects: [EntityID] = []
  var infobox: [Located<String>] = []
  /// The address that a site has the page at.
  var permalink: String?
  /// The first heading, where the front matter of a page was read by itself.
  var heading: String?

  /// Where the front matter stands in a file.
  struct Place: Equatable {
    /// The lines of the YAML itself; empty where there is none.
    var yaml: Range<Int>
    /// The first line of the body.
    var bodyLine: Int
    /// Whether it begins and does not end.
    var isUnended: Bool
  }

  /// Finds the front matter: a first line `---`, and a later one `---` or `...`.
  static func place(in text: SourceText) -> Place {
    guard isFence(text.line(1)) else {
      return Place(yaml: 1..<1, bodyLine: 1, isUnended: false)
    }
    var line = 2
    while line <= text.lineCount {
      let bytes = text.line(line)
      if isFence(bytes) || bytes.elementsEqual("...".utf8) {
        return Place(yaml: 2..<line, bodyLine: line + 1, isUnended: false)
      }
      line += 1
    }
    return Place(yaml: 1..<1, bodyLine: 2, isUnended: true)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == .space || $0 == .tab }
  }
}
