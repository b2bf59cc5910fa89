import MonographModel
import MonographSearch

/// The words by which a text may name a drug: names of its own, and classes that it belongs to.
struct SpokenNames {
  /// Names of its own, without the words of a salt or form at their end.
  let own: [String]
  /// Names of its classes.
  let classes: [String]

  /// The shortest name that is looked for, in letters: shorter ones are abbreviations of other things too.
  private static let leastLength = 4

  /// Reads titles and other names, and names of classes, several of which may stand in one text with commas between.
  init(names: [String], classes: [String]) {
    own = Self.unique(names.flatMap { [$0, Self.withoutSalt($0)] })
    self.classes = Self.unique(classes.flatMap { $0.split(separator: ",").map(String.init) })
  }

  /// A name without the words at its end that tell its salt or form; as it is where all of them do.
  private static func withoutSalt(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last, WordClasses.standard.isSaltOrForm(last.lowercased()) {
      words.removeLast()
    }
    let isSalt = words.allSatisfy { WordClasses.standard.isSaltOrForm($0.lowercased()) }
    return isSalt ? name : words.joined(separator: " ")
  }

  /// The names that say something, each once, whatever its case.
  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.compactMap { name in
      let words = TermForm.plainTerms(name)
      guard words.joined().count >= leastLength, !words.allSatisfy(WordClasses.standard.isSaltOrForm),
        seen.insert(words.joined(separator: " ")).inserted
      else { return nil }
      return name.split(separator: " ").joined(separator: " ")
    }
  }

  /// The own names that are no part of a name of another, in whose text they would be found everywhere.
  func own(apartFrom other: SpokenNames) -> [String] {
    own.filter { name in
      let finder = TermFinder([name])
      return !other.own.contains { !finder.ranges(in: $0).isEmpty }
    }
  }

  /// The classes that the other is not of: what a text says of its own drug's class is no statement on another's.
  func classes(apartFrom other: SpokenNames) -> [String] {
    let known = Set(other.classes.map { TermForm.plainTerms($0) })
    return classes.filter { !known.contains(TermForm.plainTerms($0)) }
  }

  /// A class in the singular and in the plural.
  static func numbers(of name: String) -> [String] {
    name.hasSuffix("s") ? [name, String(name.dropLast())] : [name, name + "s"]
  }
}
