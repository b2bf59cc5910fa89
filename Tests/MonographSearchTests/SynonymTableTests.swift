import MonographModel
import Testing

@testable import MonographSearch

@Suite("Synonyms")
struct SynonymTableTests {
  private let table = SynonymTable.standard

  private func phrases(_ phrase: String) -> [String] {
    let terms = phrase.split(separator: " ").map(String.init)
    return table.alternatives(for: terms[...]).map { $0.terms.joined(separator: " ") }
  }

  private func alternative(_ phrase: String, _ meaning: String) -> Alternative? {
    let terms = phrase.split(separator: " ").map(String.init)
    return table.alternatives(for: terms[...]).first { $0.terms.joined(separator: " ") == meaning }
  }

  @Test(
    "A drug is found by its name in the other country, from either side",
    arguments: [
      ("paracetamol", "acetaminophen"), ("salbutamol", "albuterol"), ("adrenaline", "epinephrine"),
      ("noradrenaline", "norepinephrine"), ("pethidine", "meperidine"), ("rifampicin", "rifampin"),
      ("suxamethonium", "succinylcholine"), ("ciclosporin", "cyclosporine"), ("aciclovir", "acyclovir"),
      ("furosemide", "frusemide"), ("glibenclamide", "glyburide"), ("glyceryl trinitrate", "nitroglycerin"),
      ("co amoxiclav", "amoxicillin clavulanate"), ("coamoxiclav", "amoxicillin clavulanate"),
    ])
  func names(_ international: String, _ national: String) throws {
    #expect(alternative(international, national) != nil)
    let back = table.alternatives(for: national.split(separator: " ").map(String.init)[...])
    #expect(
      back.contains { $0.terms == international.split(separator: " ").map(String.init) }
        || international == "coamoxiclav")
  }

  @Test("The reason names both in the order of the row, whichever was typed")
  func reason() throws {
    let reason = "paracetamol (international name) and acetaminophen (US name) are one drug"
    #expect(alternative("paracetamol", "acetaminophen")?.reason == reason)
    #expect(alternative("acetaminophen", "paracetamol")?.reason == reason)
    #expect(alternative("oedema", "edema")?.reason == "oedema and edema are British and American spelling")
    #expect(alternative("edema", "oedema")?.reason == "oedema and edema are British and American spelling")
  }

  @Test(
    "A lay word and the clinical word stand for one another",
    arguments: [
      ("kidney", "renal"), ("liver", "hepatic"), ("heart", "cardiac"), ("breastfeeding", "lactation"),
      ("newborn", "neonate"), ("elderly", "geriatric"), ("child", "pediatric"), ("stop", "discontinue"),
      ("fits", "seizure"), ("high blood pressure", "hypertension"), ("low blood sugar", "hypoglycemia"),
      ("breast enlargement", "gynecomastia"), ("blood thinner", "anticoagulant"), ("fridge", "refrigerator"),
      ("women", "female"), ("men", "male"), ("itching", "pruritus"), ("swelling", "edema"),
      ("sickness", "nausea"), ("water tablet", "diuretic"), ("heart attack", "myocardial infarction"),
    ])
  func layWords(_ lay: String, _ clinical: String) throws {
    #expect(alternative(lay, clinical) != nil)
    #expect(alternative(clinical, lay) != nil)
  }

  @Test("An abbreviation means its words, which do not mean the abbreviation")
  func abbreviation() throws {
    #expect(alternative("moa", "mechanism of action") != nil)
    #expect(!phrases("mechanism of action").contains("moa"))
    #expect(phrases("q6h") == ["every 6 hours"])
    #expect(phrases("bbw").contains("boxed warning"))
    #expect(alternative("esrd", "end stage renal disease") != nil)
    #expect(phrases("end stage renal disease").contains("esrd"))
  }

  @Test("An abbreviation with several meanings has all of them, the surest first")
  func ambiguous() throws {
    let found = table.alternatives(for: ["pd"])
    #expect(
      found.map { $0.terms.joined(separator: " ") }
        == ["parkinsons disease", "pharmacodynamics", "peritoneal dialysis"])
    #expect(found.map(\.weight) == [0.8, 0.6, 0.5])
    #expect(phrases("ms").contains("multiple sclerosis"))
    #expect(phrases("ms").contains("morphine sulfate"))
  }

  @Test("A weight in a row is that of its phrase alone, from either side")
  func weights() throws {
    let yaml =
      "groups:\n  - name: x\n    reason: y\n    weight: .9\n    rows: |\n      a = b = c @ .5\n      d > e | f @ .2\n"
    let table = try SynonymTable(yaml: yaml, file: "x.yaml")
    func weights(_ term: String) -> [[String]: Double] {
      Dictionary(table.alternatives(for: [term]).map { ($0.terms, $0.weight) }, uniquingKeysWith: max)
    }
    #expect(weights("a") == [["b"]: 0.9, ["c"]: 0.5])
    #expect(weights("b") == [["a"]: 0.9, ["c"]: 0.5])
    #expect(weights("c") == [["a"]: 0.5, ["b"]: 0.5])
    #expect(weights("d") == [["e"]: 0.9, ["f"]: 0.2])
    #expect(weights("e").isEmpty)
  }

  @Test("Words that share a stem but not a meaning are kept apart, their own forms are not")
  func apart() {
    #expect(table.areApart("severe", "several"))
    #expect(table.areApart("several", "severity"))
    #expect(!table.areApart("severe", "severity"))
    #expect(table.areApart("aspart", "aspartate"))
    #expect(!table.areApart("dose", "doses"))
    for row in table.apart {
      for (first, family) in row.enumerated() {
        for other in row[(first + 1)...] {
          for word in family {
            #expect(other.allSatisfy { table.areApart(word, $0) && table.areApart($0, word) }, "\(word)")
          }
        }
        for word in family { #expect(family.allSatisfy { !table.areApart(word, $0) }, "\(word)") }
      }
    }
  }

  @Test("A drug is never taken for a word that only shares its stem", arguments: SameStemNames.pairs)
  func sameStem(_ name: String, _ other: String) {
    #expect(table.areApart(name, other))
    #expect(!table.alternatives(for: [name]).contains { $0.terms == [other] })
    #expect(!table.alternatives(for: [other]).contains { $0.terms == [name] })
  }

  @Test("No spelling of a look-alike name is another look-alike name")
  func spellingKeepsNames() {
    let names = Set(LookAlikeNames.standard.all)
    for name in names {
      #expect(table.spellings(of: name).allSatisfy { !names.contains($0.terms[0]) }, "\(name)")
      let mistaken = LookAlikeNames.standard.lookAlikes(of: name).map { $0.lowercased() }
      for alternative in table.alternatives(for: [name]) where alternative.terms.count == 1 {
        #expect(!mistaken.contains(alternative.terms[0]), "\(name): \(alternative.reason)")
        // The lists have some brands beside their substances.
        if alternative.reason.hasSuffix("are names of one drug") { continue }
        #expect(!names.contains(alternative.terms[0]), "\(name): \(alternative.reason)")
      }
    }
  }

  @Test("A plural and a British spelling find the row of the singular and the American one")
  func looseForms() throws {
    #expect(phrases("blood thinners").contains("anticoagulant"))
    #expect(phrases("haemorrhage").contains("bleeding"))
    #expect(phrases("low blood sugars").contains("hypoglycemia"))
    #expect(phrases("hypoglycaemia").contains("low blood sugar"))
    #expect(phrases("side effects").contains("adverse reaction"))
  }

  @Test("What the table lacks has no alternatives")
  func unknown() {
    #expect(table.alternatives(for: []).isEmpty)
    #expect(table.alternatives(for: ["qqqq", "zzzz"]).isEmpty)
    #expect(table.alternatives(for: ["👩‍⚕️"]).isEmpty)
    #expect(table.alternatives(for: [String(repeating: "a", count: 10_000)]).isEmpty)
  }

  @Test(
    "British spelling makes American spelling, and the other way",
    arguments: [
      ("oedema", "edema"), ("oesophageal", "esophageal"), ("diarrhoea", "diarrhea"),
      ("haemorrhage", "hemorrhage"),
      ("anaemia", "anemia"), ("hypoglycaemia", "hypoglycemia"), ("paediatric", "pediatric"),
      ("gynaecomastia", "gynecomastia"), ("tumour", "tumor"), ("tumours", "tumors"),
      ("behaviour", "behavior"),
      ("behavioural", "behavioral"), ("metabolise", "metabolize"), ("hospitalisation", "hospitalization"),
      ("stabilised", "stabilized"), ("sulphate", "sulfate"), ("sulphonylurea", "sulfonylurea"),
      ("millilitre", "milliliter"), ("fibre", "fiber"), ("titre", "titer"), ("oestrogen", "estrogen"),
      ("foetal", "fetal"), ("coeliac", "celiac"), ("apnoea", "apnea"), ("dyspnoea", "dyspnea"),
      ("anaesthesia", "anesthesia"), ("leukaemia", "leukemia"), ("leucopenia", "leukopenia"),
      ("cephalexin", "cefalexin"), ("mesilate", "mesylate"), ("besilate", "besylate"),
      ("aluminium", "aluminum"),
      ("leukaemoid", "leukemoid"), ("signalling", "signaling"), ("alpha", "alfa"),
      ("haemoglobinaemia", "hemoglobinemia"), ("dialysed", "dialyzed"), ("labelled", "labeled"),
    ])
  func spelling(_ british: String, _ american: String) {
    #expect(table.spellings(of: british).contains { $0.terms == [american] })
    #expect(table.spellings(of: american).contains { $0.terms == [british] })
  }

  @Test(
    "No rule of spelling turns one of these words into another",
    arguments: ["hour", "four", "your", "size", "does"])
  func spellingKeepsWords(_ word: String) {
    let words: Set<String> = ["hour", "four", "your", "size", "does", "for", "her", "dose", "doze", "here"]
    #expect(table.spellings(of: word).allSatisfy { !words.contains($0.terms[0]) })
  }

  @Test("Words of a question carry no meaning; words of medicine do")
  func ignored() {
    for word in [
      "when", "what", "how", "is", "the", "for", "with", "of", "in", "can", "i", "you", "give", "patient",
    ] {
      #expect(table.isIgnored(word), "\(word)")
    }
    for word in ["max", "dose", "stop", "no", "not", "without", "under", "over", "before", "after", "iv"] {
      #expect(!table.isIgnored(word), "\(word)")
    }
  }

  @Test("A question looks up phrases as long as the longest of the table")
  func longestPhrase() throws {
    let table = try SynonymTable(
      yaml: """
        groups:
          - name: words
            reason: "{left} is {right}"
            rows: |
              one two three four five six = glossin
        """, file: "synonyms.yaml")
    let question = Question(
      SearchQuery("one two three four five six "), vocabulary: Vocabulary(topics: .standard, synonyms: table))
    #expect(question.slots.allSatisfy { $0.alternatives.contains { $0.terms == ["glossin"] } })
  }

  @Test("Every row leads somewhere else, with a weight")
  func wholeTable() {
    #expect(table.rowCount > 1_200)
    for terms in table.phrases {
      let phrase = terms.joined(separator: " ")
      let alternatives = table.alternatives(for: terms[...])
      #expect(!alternatives.isEmpty, "\(phrase)")
      for alternative in alternatives {
        #expect(alternative.terms != terms, "\(phrase)")
        #expect(alternative.weight > 0 && alternative.weight <= 1, "\(phrase)")
        #expect(!alternative.reason.contains("{") && alternative.reason.count > 10, "\(phrase)")
        #expect(alternative.terms.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() }, "\(phrase)")
      }
    }
  }
}

@Suite("Tables of the vocabulary: what is wrong with them")
struct VocabularyErrorTests {
  private func error(_ yaml: String) -> VocabularyError? {
    do {
      _ = try SynonymTable(yaml: yaml, file: "synonyms.yaml")
      return nil
    } catch { return error }
  }

  private func table(_ row: String, group: String = "reason: x") -> String {
    "groups:\n  - name: words\n    \(group)\n    rows: |\n      # a comment\n      a = b\n      \(row)\n"
  }

  @Test("A fault is told with the file and the line of the row")
  func rows() {
    #expect(error(table("c > d | e @ .5")) == nil)
    #expect(error(table("lonely"))?.line == 7)
    #expect(
      error(table("lonely"))?.description
        == "synonyms.yaml:7: 'lonely' says of nothing that it is the same; "
        + "write 'phrase = phrase', or 'phrase > meaning'")
    #expect(error(table("a = "))?.problem == "'a =' has an empty phrase")
    #expect(error(table("a, > b"))?.line == 7)
    #expect(error(table("a = b @ 2"))?.problem == "'2' is not a weight")
    #expect(error(table("a > b @ x | c"))?.problem == "'x' is not a weight")
  }

  @Test("A group without a reason, an unknown part and what is not YAML are told")
  func groups() {
    #expect(error(table("a = b", group: "weight: .5"))?.problem == "the group has no 'reason'")
    #expect(error(table("a = b", group: "reason: x\n    weight: 0"))?.problem == "'0' is not a weight")
    #expect(error("words:\n  - name: x\n    rows: |\n      a = b\n")?.problem == "there is no part 'words'")
    #expect(error("groups: [\n")?.problem.hasPrefix("this is not YAML") == true)
    #expect(error("")?.problem == "the table is empty")
    #expect(error("groups: 5\n")?.line == 1)
    #expect(error("groups:\n  - 5\n")?.line == 2)
  }

  @Test("A row of words that are apart has two families")
  func families() {
    let head = "apart:\n  - name: x\n    rows: |\n"
    #expect(error(head + "      severe severity | several\n") == nil)
    #expect(error(head + "      severe severity\n")?.line == 4)
    #expect(error(head + "      severe |\n")?.problem == "'severe |' keeps nothing apart")
  }

  @Test("A rule of spelling has two sides at one place of the word")
  func spellings() {
    let head = "spellings:\n  - name: x\n    reason: y\n    rows: |\n"
    #expect(error(head + "      -our = -or\n") == nil)
    #expect(error(head + "      -our = or\n")?.line == 5)
    #expect(error(head + "      -our\n")?.problem == "'-our' is not a rule of spelling")
  }

  @Test("Groups that name drugs tell a drug, and the first name of its row, from other words")
  func drugs() throws {
    let table = try SynonymTable(
      yaml: """
        groups:
          - name: brands
            drugs: true
            reason: "{left} and {right} are one"
            rows: |
              substancin = brandol
              ssn > substancin
          - name: words
            reason: "{left} and {right} are one"
            rows: |
              kidney = renal
        """, file: "t.yaml")
    #expect(["substancin", "brandol", "ssn"].allSatisfy(table.isDrug))
    #expect(!table.isDrug("kidney") && !table.isDrug("unheard"))
    #expect(table.firstName(ofDrug: "brandol") == "substancin")
    #expect(table.firstName(ofDrug: "ssn") == "substancin")
    #expect(table.firstName(ofDrug: "substancin") == nil)
    #expect(table.firstName(ofDrug: "kidney") == nil)
    let fault = #expect(throws: VocabularyError.self) {
      try SynonymTable(
        yaml: "groups:\n  - name: x\n    drugs: perhaps\n    reason: y\n    rows: |\n      a = b\n",
        file: "t.yaml")
    }
    #expect(fault?.problem == "'drugs' is 'perhaps'")
  }
}
