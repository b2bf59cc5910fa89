import MonographModel
import MonographSearch

/// The words by which a text may name a drug: names of its own, and classes that it belongs to.
struct SpokenNames {
  /// Names of its own, and those without the words of a salt or form at their end.
  let own: [String]
  /// Names of its classes.
  let classes: [String]

  /// The shortest name that is looked for, in letters: shorter ones are abbreviations of other things too.
  private static let leastLength = 4

  /// Reads titles and other names, and names of classes, several of which may stand in one text with commas between.
  init(names: [String], classes: [String]) {
    let all = names.flatMap { [$0, Self.withoutSalt($0)] }
    let told = Self.unique(all) { !$0.allSatisfy(WordClasses.standard.isSaltOrForm) }
    // What is only a salt of something, such as potassium chloride, is looked for whole.
    own =
      told.isEmpty
      ? Self.unique(names) {
        $0.count > 1 && WordClasses.standard.salts.contains($0[0])
      } : told
    self.classes = Self.unique(classes.flatMap { $0.split(separator: ",").map(String.init) }) { _ in true }
  }

  /// A name without the words at its end that tell its salt or form; as it is where all of them do.
  static func withoutSalt(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last, WordClasses.standard.isSaltOrForm(last.lowercased()) {
      words.removeLast()
    }
    let isSalt = words.allSatisfy { WordClasses.standard.isSaltOrForm($0.lowercased()) }
    return isSalt ? name : words.joined(separator: " ")
  }

  /// The names that say something, each once, whatever its case.
  private static func unique(_ names: [String], where isTelling: ([String]) -> Bool) -> [String] {
    var seen: Set<String> = []
    return names.compactMap { name in
      let words = TermForm.plainTerms(name)
      guard words.joined().count >= leastLength, isTelling(words),
        seen.insert(words.joined(separator: " ")).inserted
      else { return nil }
      return name.split(separator: " ").joined(separator: " ")
    }
  }

  /// By what the text of another is searched for it: its names, its classes, and the wider classes that these are of.
  /// What the other is called too, or is a part of a name of the other, counts only where another one is meant.
  func spoken(in other: SpokenNames) -> [SpokenName] {
    let others = Set(other.classes.flatMap(Self.classAndHead).map { TermForm.plainTerms($0) })
    func place(ofClass name: String, _ usual: SpokenName.Place) -> SpokenName.Place {
      others.contains(TermForm.plainTerms(name)) ? .behindOther : usual
    }
    let known = Set(classes.map { TermForm.plainTerms($0) })
    let names = own.map { name in
      let finder = TermFinder([name])
      let isShared = other.own.contains { !finder.ranges(in: $0).isEmpty }
      return SpokenName(.own(name), isShared ? .behindOther : .anywhere, forms: [name])
    }
    let classNames = classes.map {
      SpokenName(.ofClass($0), place(ofClass: $0, .anywhere), forms: Self.numbers(of: $0))
    }
    let heads = classes.compactMap { name -> SpokenName? in
      guard let head = ClassHead.of(name), !known.contains(TermForm.plainTerms(head)) else { return nil }
      return SpokenName(
        .ofWiderClass(head, than: name), place(ofClass: head, .unqualified), forms: Self.numbers(of: head))
    }
    return names + classNames + heads
  }

  private static func classAndHead(_ name: String) -> [String] {
    [name, ClassHead.of(name)].compactMap(\.self)
  }

  /// A class in the singular and in the plural.
  private static func numbers(of name: String) -> [String] {
    name.hasSuffix("s") ? [name, String(name.dropLast())] : [name, name + "s"]
  }
}
