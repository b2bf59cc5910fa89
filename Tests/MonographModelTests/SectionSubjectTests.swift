import MonographModel
import Testing

@Suite("What a section speaks of")
struct SectionSubjectTests {
  private func subjects(_ heading: String, key: String? = nil, isExact: Bool = false) -> [String] {
    SectionSubject.all(heading: heading, sourceKey: key ?? heading, isExact: isExact).map(\.name).sorted()
  }

  @Test("is known by LOINC code, openFDA key or heading alike")
  func names() {
    for (heading, key) in [
      ("2 DOSAGE AND ADMINISTRATION", "34068-7"), ("Dosage & Administration", "dosage_and_administration"),
      ("Dosing", nil), ("How much to give", "34068-7"),
    ] {
      #expect(subjects(heading, key: key) == ["dosage_and_administration"], "\(heading)")
    }
    #expect(subjects("Nursing Mothers", key: "34080-2") == subjects("8.2 Lactation", key: "77290-5"))
    #expect(subjects("12.3 Pharmacokinetics") == ["pharmacokinetics"])
  }

  @Test("is several where one section speaks of what others part")
  func several() {
    #expect(subjects("Pregnancy and lactation") == ["lactation", "pregnancy"])
    #expect(subjects("5 WARNINGS AND PRECAUTIONS", key: "43685-7") == ["precautions", "warnings"])
  }

  @Test("is not guessed from headings that name things of different sections")
  func unknown() {
    #expect(subjects("Dosing in children") == [])
    #expect(subjects("Overview") == [])
    #expect(subjects("What everybody ought to know of the interactions of food") == [])
  }

  @Test(
    "of a section within another is read from its heading only where that is the name of the subject",
    arguments: [
      ("8.6 Renal Impairment", ["renal_impairment"]), ("Withdrawal", ["dependence"]),
      ("Children", ["pediatric_use"]),
      ("2.3 Pediatric Dosing", []), ("Renal impairment and dose", []), ("Oral", []),
    ])
  func exact(heading: String, expected: [String]) {
    #expect(subjects(heading, isExact: true) == expected)
  }

  @Test("is not taken from a name that the source gave to another chapter")
  func misfiled() {
    #expect(subjects("7.1 Effects of Other Drugs", key: "pediatric_use", isExact: true) == [])
    #expect(subjects("8.2 Lactation", key: "labor_and_delivery") == ["lactation"])
    #expect(
      subjects("8.3 Females and Males of Reproductive Potential", key: "nursing_mothers")
        == ["females_and_males_of_reproductive_potential"])
  }
}
