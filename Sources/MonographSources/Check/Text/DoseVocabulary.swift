/// The words by which doses are told: units, times, routes, and headings and labels of doses. All in lower case.
enum DoseVocabulary {
  /// Units of mass and of activity or amount.
  static let massUnits: Set<String> = [
    "ng", "nanogram", "nanograms", "mcg", "μg", "µg", "ug", "microgram", "micrograms", "mg", "mgs",
    "milligram",
    "milligrams", "g", "gm", "gram", "grams", "unit", "units", "u", "iu", "miu", "mmol", "millimoles", "meq",
    "milliequivalent", "milliequivalents",
  ]

  /// Units of volume.
  static let volumeUnits: Set<String> = ["ml", "milliliter", "milliliters", "l", "liter", "liters", "cc"]

  /// What a dose may be counted in.
  static let forms: Set<String> = [
    "tablet", "tablets", "capsule", "capsules", "drop", "drops", "puff", "puffs", "spray", "sprays", "patch",
    "patches", "sachet", "sachets", "ampoule", "ampoules", "vial", "vials",
  ]

  /// What a rate of dosing is per.
  static let dosingTimes: Set<String> = [
    "day", "days", "d", "dose", "doses", "hour", "hours", "hr", "hrs", "h", "minute", "minutes", "min",
    "week",
    "weeks", "wk", "month", "months", "24",
  ]

  /// What a concentration in blood or urine is per: such numbers are results of a laboratory, not doses.
  static let laboratoryVolumes: Set<String> = ["dl", "l", "deciliter", "liter"]

  /// What any quantity may be per.
  static let denominators: Set<String> =
    dosingTimes.union(laboratoryVolumes).union([
      "kg", "kilogram", "m2", "m²", "ml", "milliliter", "actuation", "tablet", "capsule", "vial",
    ])

  /// Ways into the body.
  static let routes: Set<String> = [
    "oral", "orally", "po", "p.o.", "p.o", "mouth", "swallow", "swallowed", "intravenous", "intravenously",
    "iv",
    "i.v.", "intramuscular", "intramuscularly", "im", "i.m.", "subcutaneous", "subcutaneously", "subcut",
    "subq",
    "sc", "sq", "intrathecal", "intrathecally", "epidural", "topical", "topically", "transdermal",
    "transdermally", "rectal", "rectally", "sublingual", "sublingually", "buccal", "nasal", "nasally",
    "intranasal", "intranasally", "inhaled", "inhalation", "inhale", "nebulized", "ophthalmic", "otic",
    "vaginal",
    "vaginally", "intradermal", "intradermally", "intravitreal", "intra", "enteral", "nasogastric",
    "infusion",
    "infused", "injection", "injected", "eye", "eyes", "ear", "ears", "nostril", "skin", "apply",
    "percutaneous",
    "parenteral", "parenterally", "intraosseous", "intraperitoneal", "intracavernosal", "implanted",
  ]

  /// Words of a label or header that stands over doses.
  static let doseLabels: Set<String> = [
    "dose", "doses", "dosage", "dosages", "dosing", "maximum", "max", "titration", "maintenance", "increase",
    "increment", "increments",
  ]

  /// Words of a text that is about giving a drug, or stopping it.
  static let doseVerbs: Set<String> = [
    "dose", "doses", "dosage", "dosages", "dosing", "taper", "tapered", "tapering", "titrate", "titrated",
    "titration", "administer", "administered", "infuse", "inject",
  ]

  /// The section headings under which what stands is about doses.
  static func isDosing(heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { dosingHeadings.contains($0) } && !words.contains("forms")
  }

  private static let dosingHeadings: Set<String> = [
    "dosing", "dosage", "dosages", "dose", "doses", "posology", "titration", "administration",
  ]
}
