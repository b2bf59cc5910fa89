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
    #expect(score("Dose in renal impairment") > score("Patients with kidney disease"))
    #expect(score("Patients with kidney disease") > score("Renal excretion"))
    #expect(score("Renal excretion") == 0)
  }

  @Test("Every topic has a letter and a name of its own")
  func letters() {
    #expect(Set(ClinicalTopic.allCases.map(\.letter)).count == ClinicalTopic.allCases.count)
    #expect(Set(ClinicalTopic.allCases.map(\.name)).count == ClinicalTopic.allCases.count)
  }

  @Test(
    "Headings of real labels that hold the word and are about something else",
    arguments: [
      ("3 DOSAGE FORMS AND STRENGTHS", ClinicalTopic.dose), ("14.3 Advanced Renal Cell Carcinoma", .renal),
      ("Renal and urinary disorders", .renal), ("14.2 Liver Transplantation", .hepatic),
      ("1.3 Hepatic Encephalopathy", .hepatic), ("5.6 Embryo-Fetal Toxicity", .overdose),
      ("Intramuscular Administration for Patients with Normal Renal Function", .renal),
      ("5.2 Renal Toxicity", .renal), ("5.3 Acute Renal Failure", .renal), ("5.4 Hepatic Toxicity", .hepatic),
      ("5.1 Ocular Toxicity", .overdose), ("2.2 Patients 13 Years of Age and Older", .elderly),
      ("Keep out of reach of children", .children), ("8.1 Fetal/Neonatal Adverse Reactions", .children),
      ("Drug/Laboratory Test Interactions", .monitoring), ("6.1 Dose Dependency of Adverse Reactions", .dose),
      ("14.1 Chronic Kidney Disease", .renal), ("14.1 Urea and Creatinine Clearance", .renal),
      ("1.2 Anemia Due to Chronic Kidney Disease", .renal),
    ])
  func otherThings(heading: String, topic: ClinicalTopic) {
    #expect(topic.score(heading: heading) == 0)
  }

  @Test(
    "Headings that name the state of an organ answer, also beside what is excluded",
    arguments: [
      ("Impaired Renal Function", ClinicalTopic.renal), ("Patients on Dialysis", .renal), ("Kidney", .renal),
      ("Dosage in patients with normal renal function and with renal impairment", .renal),
      ("Patients with Hepatic or Renal Impairment", .hepatic), ("Creatinine clearance", .renal),
      ("Renal Dosing", .renal), ("Kidney problems", .renal), ("Cirrhosis", .hepatic),
      ("Use in older adults", .elderly), ("Monitoring/Laboratory Tests", .monitoring),
    ])
  func organs(heading: String, topic: ClinicalTopic) {
    #expect(topic.score(heading: heading) > 0)
  }

  @Test("A name that the source gives a section by mistake counts less than what the heading says")
  func misfiled() {
    func score(_ heading: String, _ key: String) -> Int {
      ClinicalTopic.children.score(heading: heading, sourceKey: key)
    }
    #expect(score("7.1 Effects of Other Drugs: Strong CYP3A4 Inhibitors", "pediatric_use") == 0)
    #expect(score("8.4 Pediatric Use", "pediatric_use") > score("8.4 Pediatric Use", "8.4 Pediatric Use"))
    #expect(score("8.4 Pediatric Use", "") > score("Pregnancy", "pediatric_use"))
    #expect(score("Keep out of reach of children", "keep_out_of_reach_of_children") == 0)
    let monitoring = ClinicalTopic.monitoring
    #expect(monitoring.score(heading: "6.1 Clinical Trials Experience", sourceKey: "laboratory_tests") == 0)
    #expect(monitoring.score(heading: "5.1 Monitoring", sourceKey: "laboratory_tests") == 120)
  }

  @Test("What is written for patients answers last, with all that stands in it")
  func leaflets() {
    let sections = [
      ClinicalHeading(title: "Patient information", sourceKey: "spl_patient_package_insert", parent: nil),
      ClinicalHeading(title: "Dosage", sourceKey: "Dosage", parent: 0),
      ClinicalHeading(title: "Storage of a dose", sourceKey: "storage_and_handling", parent: nil),
      ClinicalHeading(title: "Directions", sourceKey: "dosage_and_administration", parent: nil),
    ]
    #expect(ClinicalTopic.dose.answers(among: sections) == [3, 2, 1])
  }

  @Test("Of sections that answer alike the outer comes first, then the earlier")
  func answers() {
    let sections = [
      ClinicalHeading(title: "Warnings", sourceKey: "", parent: nil),
      ClinicalHeading(title: "Withdrawal", sourceKey: "", parent: 0),
      ClinicalHeading(title: "Withdrawal", sourceKey: "", parent: nil),
      ClinicalHeading(title: "Withdrawal", sourceKey: "", parent: nil),
    ]
    #expect(ClinicalTopic.stopping.answers(among: sections) == [2, 3, 1])
  }

  @Test("The name that a label's source gives a section is surer than any heading")
  func sourceKeys() {
    func topics(_ key: String) -> [ClinicalTopic] {
      ClinicalTopic.allCases.filter { $0.score(heading: "Words", sourceKey: key) > 0 }
    }
    #expect(topics("34068-7") == [.dose, .administration])
    #expect(topics("dosage_and_administration") == [.dose, .administration])
    #expect(topics("34066-1") == [.boxedWarning])
    #expect(topics("34080-2") == [.lactation])
    #expect(topics("88828-9") == [.renal])
    #expect(topics("42229-5") == [])
    #expect(
      ClinicalTopic.dose.score(heading: "Words", sourceKey: "34068-7")
        > ClinicalTopic.dose.score(heading: "Dosing", sourceKey: "42229-5"))
  }

  @Test("The first number before a heading is the chapter")
  func chapters() {
    #expect(SectionNumber.chapter(of: "8.6 Renal Impairment") == 8)
    #expect(SectionNumber.chapter(of: "10 OVERDOSAGE") == 10)
    #expect(SectionNumber.chapter(of: "5-HT3 antagonists") == nil)
    #expect(SectionNumber.chapter(of: "2024 figures") == nil)
  }

  @Test("A number before a heading counts for nothing")
  func numbers() {
    #expect(SectionNumber.removed(from: "8.6 Renal Impairment") == "Renal Impairment")
    #expect(SectionNumber.removed(from: "2 DOSAGE") == "DOSAGE")
    #expect(SectionNumber.removed(from: "5.12. Abrupt stop") == "Abrupt stop")
    for heading in ["2024 figures", "17", "5-HT3 antagonists", "0.9%", "", "3", "Use 2"] {
      #expect(SectionNumber.removed(from: heading) == heading)
    }
  }
}

@Suite("The clinical order of sections")
struct ClinicalOrderTests {
  @Test("ranks the sections of a label as its Highlights do, warnings before reactions")
  func order() {
    let keys = [
      "34066-1", "34067-9", "34068-7", "34070-3", "43685-7", "34073-7", "34084-4", "43684-0", "42227-9",
      "34088-5", "43679-0", "34092-7", "43678-2",
    ]
    let ranks = keys.map { ClinicalOrder.rank(heading: "", sourceKey: $0) }
    #expect(ranks.allSatisfy { $0 != nil })
    #expect(ranks.compactMap(\.self) == ranks.compactMap(\.self).sorted())
    #expect(Set(ranks).count == keys.count)
  }

  @Test("knows sections without a code by their headings, and leaves the others")
  func headings() {
    func rank(_ heading: String) -> Int? { ClinicalOrder.rank(heading: heading, sourceKey: heading) }
    #expect(rank("Dosing") == ClinicalOrder.rank(heading: "", sourceKey: "34068-7"))
    #expect(rank("WARNINGS") == ClinicalOrder.rank(heading: "", sourceKey: "43685-7"))
    #expect(rank("3 DOSAGE FORMS AND STRENGTHS") == ClinicalOrder.rank(heading: "", sourceKey: "43678-2"))
    #expect(rank("Overview") == nil)
    #expect(rank("References") == nil)
  }
}
