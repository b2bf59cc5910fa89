/// What people type, key by key.
enum TypedKeys {
  /// Keys of one sort; each is what stands in the box after it.
  struct Group {
    var name: String
    var keys: [String]
  }

  static let groups: [Group] = [
    Group(name: "one letter", keys: "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)),
    Group(
      name: "two letters",
      keys: [
        "ab", "ac", "al", "am", "ba", "be", "ca", "ce", "co", "de", "di", "do", "ef", "en", "fa", "ga", "he",
        "hy", "im",
        "in", "la", "le", "li", "ma", "me", "mo", "ne", "no", "of", "pa", "pr", "ra", "re", "se", "st", "su",
        "th", "tr",
        "va", "wa", "wi",
      ]),
    Group(
      name: "a name, letter by letter",
      keys: letters([
        "metformin", "gabapentin", "hydroxyzine", "apixaban", "levothyroxine", "carbamazepine", "amlodipine",
        "prednisone",
        "folidomycin", "xabaprofen",
      ])),
    Group(
      name: "name and topic, letter by letter",
      keys: letters([
        "renal dose metformin", "gabapentin kidney dose", "max dose baclofen", "stop baclofen suddenly",
        "warfarin pregnancy",
        "boxed warning diazepam",
      ])),
    Group(
      name: "words of texts, letter by letter",
      keys: letters(["severe headache after dose", "serum concentrations in children", "nausea and vomiting"])
    ),
    Group(
      name: "common words",
      keys: [
        "the", "of", "patients", "dose", "mg", "treatment", "the dose of", "patients with renal impairment",
        "in patients with", "should be used", "clinical studies in women", "increased risk of bleeding",
        "not for use",
        "for the treatment of pain in patients with acute kidney failure", "daily dose mg kg",
      ]),
    Group(
      name: "two drugs, letter by letter",
      keys: letters(["baclofen lithium", "warfarin fluconazole", "metformin insulin"])),
    Group(
      name: "misspelt names, letter by letter",
      keys: letters([
        "metfromin", "gabapentine", "hydroxizine", "levothyroxin", "karbamazepine", "zanax", "folidomicyn",
      ])),
    Group(
      name: "phrases and filters",
      keys: [
        "\"renal impairment\"", "\"the dose\"", "\"nausea and vomiting\" metformin", "-patients dose",
        "kind:drug dose",
        "in:dosing metformin", "in:renal dose", "source:synthetic pain", "\"in the\"",
      ]),
  ]

  private static func letters(_ texts: [String]) -> [String] {
    texts.flatMap { text in text.indices.map { String(text[...$0]) } }
  }
}
