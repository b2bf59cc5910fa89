/// The words by which the end of a heading is told in text that has lost its line ends.
enum HeadingWords {
  /// Words that stay lower case within a heading in title case, and that none ends with.
  static let small: WordCodes = [
    "a", "an", "and", "as", "at", "associated", "before", "between", "by", "due", "during", "following",
    "for", "from",
    "in", "including", "into", "of", "on", "or", "other", "over", "per", "related", "than", "that", "the",
    "to", "under", "upon",
    "using", "versus", "via", "vs", "with", "within", "without", "and/or", "after", "through", "against",
    "among",
    "with/without", "plus", "may", "if",
  ]

  /// Those of them that no heading ends with in capitals either: `In` of `Use In Pregnancy`.
  static let joining: WordCodes = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "than", "the", "to", "with",
    "and/or", "following", "including", "see",
  ]

  /// Words that stand before `Patients` in one name of a group.
  static let groupAdjectives: WordCodes = [
    "adult", "pediatric", "geriatric", "elderly", "adolescent", "young", "older", "male", "female",
    "dialysis",
    "hemodialysis", "younger", "treated",
  ]

  /// Words that begin sentences and, so written, stand in no heading but as its first word.
  static let sentenceStarters: WordCodes = [
    "the", "there", "this", "these", "it", "if", "when", "because", "although", "since", "while", "no", "do",
    "based",
    "among", "it's", "its", "all", "some", "most", "each", "every", "both", "given", "until", "once",
    "however",
    "two", "to", "as", "at", "on", "by", "an", "a", "in", "for", "with", "from", "of", "after", "before",
    "during",
    "following", "following,", "upon", "under", "your", "you", "they", "we", "not", "other",
    "coadministration", "co-administration",
  ]

  /// Those of the starters that headings use as well, in capitals at that: they count only before a word in
  /// lower case, or a digit.
  static let doubtfulStarters: WordCodes = [
    "to", "as", "at", "on", "by", "an", "a", "in", "for", "with", "from", "of", "after", "before", "during",
    "all",
    "following", "upon", "under", "both", "no", "not", "other", "most", "given", "based", "do", "among",
    "some", "each", "once", "your", "every", "coadministration", "co-administration",
  ]

  /// Words of command that begin sentences of directions: `Advise patients …`, before a word in lower case.
  static let commands: WordCodes = [
    "advise", "inform", "instruct", "counsel", "tell", "explain", "remind", "encourage", "administer",
    "avoid",
    "monitor", "discontinue", "consider", "initiate", "withhold", "interrupt", "assess", "evaluate", "obtain",
    "verify",
    "ensure", "see", "perform", "select", "exercise", "observe", "caution", "refer", "prepare", "inspect",
    "closely",
    "carefully", "promptly", "dissolve", "shake", "remove", "inject", "apply", "instill", "swallow",
    "permanently",
    "immediately", "premedicate", "provide", "educate", "confirm", "determine", "measure", "physicians",
    "clinicians",
    "prescribers", "approximately", "caregivers", "reconstitute", "dilute", "titrate", "withdraw", "give",
    "take",
    "reduce", "follow", "store", "allow", "attach", "rotate", "resume", "adjust", "continue", "maintain",
  ]

  /// Commands that are nouns of headings as well: they begin a sentence before an article only.
  static let nounCommands: WordCodes = [
    "use", "increase", "decrease", "start", "stop", "limit", "repeat", "place", "draw", "hold", "check",
  ]

  /// Words that no heading ends with: negations, commands, and words that begin a sentence or ask for the next
  /// word. Where one would stand last, the sentence gets it.
  static let neverLast: WordCodes = sentenceStarters.union(commands).union(small).union([
    "not", "never", "only", "cannot", "may", "should", "must", "can", "will", "is", "are", "was", "were",
    "has",
    "have", "had", "which", "who", "that", "these", "patients'", "confirm", "titrate", "draw",
    "administering", "taking", "regarding", "across", "increasing", "decreasing", "recommended", "dual",
    "triple",
    "common", "safe", "strong", "several", "many", "such", "any", "additional", "concomitant", "concurrent",
    "serious", "severe", "moderate", "mild", "instruct", "start", "stop", "hold", "check", "treat", "test",
    "screen",
    "limit", "place", "increase", "decrease", "interrupt", "suspend", "permanently", "if", "when",
    "otherwise", "therefore", "also", "prior", "whenever", "unless", "though", "despite", "inspect", "repeat",
    "alternatively", "additionally", "do", "don't", "ask", "tell", "call", "seek", "contact", "report",
    "switch",
  ]).subtracting([
    "all", "other", "caution", "caregivers", "physicians", "clinicians", "prescribers", "coadministration",
    "co-administration",
  ])

  /// Words that a letter alone goes on: `Vitamin A`.
  static let lettered: WordCodes = [
    "vitamin", "hepatitis", "type", "class", "hemophilia", "influenza", "factor", "group", "part", "study",
    "trial", "cohort", "table", "figure", "child-pugh", "phase", "botulinum", "amphotericin", "cyclosporin",
  ]

  /// Words that stand before `Use` where a heading ends with it; any other `Use` begins a sentence.
  static let beforeUse: WordCodes = [
    "pediatric", "geriatric", "for", "concomitant", "concurrent", "chronic", "long-term", "prolonged",
    "prior",
    "alcohol", "drug", "opioid", "tobacco", "and", "or", "of", "in", "before", "after", "during", "to",
    "topical",
    "oral", "intravenous", "intramuscular", "subcutaneous", "ophthalmic", "intrathecal", "epidural",
    "external",
    "single", "multiple", "contraceptive", "substance", "steroid", "corticosteroid", "antibiotic",
    "obstetrical",
    "patient", "safe", "clinical", "proper", "adult", "pregnancy", "maternal", "surgical", "repeated",
    "extended",
    "combined", "combination", "other", "off-label", "intravitreal", "general", "estrogen", "lens", "device",
    "inhaler", "nasal", "medical", "analgesic",
  ]

  /// Titles that are taken alone where what follows them is not sure to belong to them.
  static let standardTitles: [[WordCode]] = [
    ["renal", "impairment"], ["hepatic", "impairment"], ["renal", "insufficiency"],
    ["hepatic", "insufficiency"],
    ["pediatric", "use"], ["geriatric", "use"], ["pediatric", "patients"], ["geriatric", "patients"],
    ["nursing", "mothers"], ["labor", "and", "delivery"], ["embryo-fetal", "toxicity"],
    ["patients", "with", "renal", "impairment"], ["patients", "with", "hepatic", "impairment"],
  ]

  /// Words that are followed by a number or a letter where they begin a sentence: `Study 1 was`, `Table 5
  /// shows`.
  static let numberedThings: WordCodes = [
    "table", "tables", "figure", "figures", "study", "studies", "trial", "trials", "section", "part",
    "cohort",
  ]

  /// Words of dosage forms, which go on a product's name: `Gabapentin Capsules should`.
  static let forms: WordCodes = [
    "tablet", "tablets", "capsule", "capsules", "injection", "cream", "gel", "ointment", "solution",
    "suspension",
    "spray", "ophthalmic", "oral", "nasal", "topical", "extended-release", "delayed-release", "usp",
    "hydrochloride",
    "sodium", "injectable", "for", "emulsion", "lotion", "patch", "syrup", "powder", "inhalation", "aerosol",
    "and",
    "or", "orally", "disintegrating", "chewable", "kit", "intravenous", "pen", "i.v", "iv", "er", "xr", "sr",
  ]

  /// Words that go on a heading, so that none ends before them: `Encephalopathy Associated with …`.
  static let goingOn: WordCodes = [
    "associated", "weighing", "due", "related", "aged", "receiving", "undergoing", "requiring", "treated",
    "previously",
    "caused", "induced", "following", "leading", "including", "resulting", "less", "older", "younger",
    "taking",
  ]

  /// Words for groups of patients that begin headings of their own right after another: `Recommended Dosage
  /// Adult Patients The`; the second word where there must be one.
  static let groups: [WordCode: WordCode?] = [
    "adult": "patients", "pediatric": "patients", "geriatric": "patients", "adults": nil, "pediatrics": nil,
    "children": nil, "adolescents": nil, "infants": nil,
  ]

  /// Units and the like after which a number is a dose or a measure and not that of a section: `12.8 L per 20
  /// kg`.
  static let units: WordCodes = [
    "l", "ml", "mg", "mcg", "g", "kg", "units", "unit", "mbq", "gbq", "mci", "gy", "msv", "da", "kda",
    "daltons", "iu",
    "meq", "mmol", "m", "cm", "mm", "hz", "khz", "mhz", "kcal", "kj", "mosmol", "mosm", "h", "hr", "ng", "nm",
    "to",
    "times", "million", "billion", "x", "log10", "log", "vs", "celsius", "hours", "years", "months", "weeks",
    "days",
    "and", "or", "fold", "minutes", "ppm", "ppb", "atm", "psi", "kpa", "mm2", "m2", "mol", "ci", "uci", "nci",
    "per",
  ]
}
