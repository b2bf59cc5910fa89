import MonographModel
import Testing

@Suite("A clinical question is answered by the headings about it")
struct ClinicalTopicTests {
  private func topics(_ heading: String) -> Set<ClinicalTopic> {
    Set(ClinicalTopic.allCases.filter { $0.score(heading: heading) > 0 })
  }

  @Test(
    "Headings of US labels, the current and the older form",
    arguments: [
      ("BOXED WARNING", [.boxedWarning]), ("1 INDICATIONS AND USAGE", [.indications]),
      ("2 DOSAGE AND ADMINISTRATION", [.dose, .administration]),
      ("4 CONTRAINDICATIONS", [.contraindications]),
      ("5 WARNINGS AND PRECAUTIONS", []), ("6 ADVERSE REACTIONS", [.adverseEffects]),
      ("7 DRUG INTERACTIONS", [.interactions]), ("8 USE IN SPECIFIC POPULATIONS", []),
      ("8.1 Pregnancy", [.pregnancy]), ("8.2 Lactation", [.lactation]),
      ("8.3 Females and Males of Reproductive Potential", [.pregnancy]), ("Nursing Mothers", [.lactation]),
      ("8.4 Pediatric Use", [.children]), ("8.5 Geriatric Use", [.elderly]),
      ("8.6 Renal Impairment", [.renal]), ("8.7 Hepatic Impairment", [.hepatic]),
      ("9 DRUG ABUSE AND DEPENDENCE", [.stopping]), ("10 OVERDOSAGE", [.overdose]), ("11 DESCRIPTION", []),
      ("12.1 Mechanism of Action", [.mechanism]), ("12.3 Pharmacokinetics", []),
      ("13 NONCLINICAL TOXICOLOGY", []), ("14 CLINICAL STUDIES", []), ("Laboratory Tests", [.monitoring]),
      ("16 HOW SUPPLIED/STORAGE AND HANDLING", []), ("17 PATIENT COUNSELING INFORMATION", []),
    ] as [(String, Set<ClinicalTopic>)])
  func labels(heading: String, expected: Set<ClinicalTopic>) {
    #expect(topics(heading) == expected)
  }

  @Test(
    "Headings of the content and of other works",
    arguments: [
      ("Indications", [.indications]), ("Primary Indications", [.indications]),
      ("Off-Label Uses", [.indications]), ("Clinical Applications", [.indications]), ("Dosing", [.dose]),
      ("Posology and method of administration", [.dose, .administration]), ("Elderly", [.elderly]),
      ("Renal Impairment", [.renal]), ("Pregnancy", [.pregnancy]), ("Withdrawal", [.stopping]),
      ("Stopping", [.stopping]), ("Abrupt Discontinuation", [.stopping]), ("Monitoring", [.monitoring]),
      ("Contraindications", [.contraindications]), ("Contra-indications", [.contraindications]),
      ("Undesirable effects", [.adverseEffects]), ("Mechanism", [.mechanism]), ("Neonates", [.children]),
      ("Special Populations", []), ("Comparison to Other Antispastics", []), ("Common", []),
    ] as [(String, Set<ClinicalTopic>)])
  func works(heading: String, expected: Set<ClinicalTopic>) {
    #expect(topics(heading) == expected)
  }

  @Test(
    "A heading that merely holds the letters of a word is not about it",
    arguments: [
      "Causes", "Renalase", "Adrenal Glands", "Delivery", "Liverwort", "Hepatotoxicity", "Abuses",
      "Shoulders", "Éuses", "Hepatica", "",
    ])
  func letters(heading: String) {
    #expect(topics(heading) == [])
  }

  @Test("Surer words, and words at the beginning, come first")
  func order() {
    func score(_ heading: String) -> Int { ClinicalTopic.renal.score(heading: heading) }
    #expect(score("Renal impairment") > score("Dose in renal impairment"))
    #expect(score("Dose in renal impairment") > score("Renal excretion"))
    #expect(score("Renal excretion") > score("Kidney"))
  }

  @Test("Every topic has a letter and a name of its own")
  func letters() {
    #expect(Set(ClinicalTopic.allCases.map(\.letter)).count == ClinicalTopic.allCases.count)
    #expect(Set(ClinicalTopic.allCases.map(\.name)).count == ClinicalTopic.allCases.count)
  }
}
