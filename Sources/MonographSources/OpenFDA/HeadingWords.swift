/// The words by which the end of a heading is told in text that has lost its line ends.
enum HeadingWords {
  /// Words that stay lower case within a heading in title case, and that none ends with.
  static let small: Set<WordCode> = [
    "a", "an", "and", "as", "at", "associated", "before", "between", "but", "by", "due", "during", "following", "for",
    "from", "in", "including", "into", "not", "of", "on", "or", "other", "over", "per", "related", "than", "that",
    "the", "to", "under", "upon", "using", "versus", "via", "vs", "when", "who", "with", "within", "without", "and/or",
    "is", "are", "after", "through", "against", "among", "if", "be", "with/without",
  ]

  /// Words that begin sentences and, so written, stand in no heading but as its first word.
  static let sentenceStarters: Set<WordCode> = [
    "the", "there", "this", "these", "it", "if", "when", "because", "although", "since", "while", "no", "do", "based",
    "among", "it's", "its", "all", "some", "most", "each", "every", "both", "given", "until", "once", "however",
    "prior", "to", "as", "at", "on", "by", "an", "a", "in", "for", "with", "from", "of", "after", "before", "during",
    "following", "following,", "upon", "under", "your", "you", "they", "we", "not", "other",
  ]

  /// Those of the starters that headings use as well, in capitals at that: they count only before a word in lower
  /// case, or a digit.
  static let doubtfulStarters: Set<WordCode> = [
    "to", "as", "at", "on", "by", "an", "a", "in", "for", "with", "from", "of", "after", "before", "during", "all",
    "following", "upon", "under", "both", "no", "not", "other", "most", "prior", "given", "based", "do", "among",
    "some", "each", "once", "your", "every",
  ]

  /// Words of command that begin sentences of directions: `Advise patients …`, before a word in lower case.
  static let commands: Set<WordCode> = [
    "advise", "inform", "instruct", "counsel", "tell", "explain", "remind", "encourage", "administer", "avoid",
    "monitor", "discontinue", "consider", "initiate", "withhold", "interrupt", "assess", "evaluate", "obtain", "verify",
    "ensure", "see", "perform", "select", "exercise", "observe", "caution", "refer", "prepare", "inspect", "closely",
    "carefully", "promptly", "dissolve", "shake", "remove", "inject", "apply", "instill", "swallow", "permanently",
    "immediately", "premedicate", "provide", "educate", "confirm", "determine", "measure", "physicians", "clinicians",
    "prescribers", "approximately", "caregivers",
  ]

  /// Words that are followed by a number or a letter where they begin a sentence: `Study 1 was`, `Table 5 shows`.
  static let numberedThings: Set<WordCode> = [
    "table", "tables", "figure", "figures", "study", "studies", "trial", "trials", "section", "part", "cohort",
  ]

  /// Words of dosage forms, which go on a product's name: `Gabapentin Capsules should`.
  static let forms: Set<WordCode> = [
    "tablet", "tablets", "capsule", "capsules", "injection", "cream", "gel", "ointment", "solution", "suspension",
    "spray", "ophthalmic", "oral", "nasal", "topical", "extended-release", "delayed-release", "usp", "hydrochloride",
    "sodium", "injectable", "for", "emulsion", "lotion", "patch", "syrup", "powder", "inhalation", "aerosol", "and",
    "or", "orally", "disintegrating", "chewable", "kit", "intravenous", "pen", "i.v", "iv", "er", "xr", "sr",
  ]

  /// Units and the like after which a number is a dose or a measure and not that of a section: `12.8 L per 20 kg`.
  static let units: Set<WordCode> = [
    "l", "ml", "mg", "mcg", "g", "kg", "units", "unit", "mbq", "gbq", "mci", "gy", "msv", "da", "kda", "daltons", "iu",
    "meq", "mmol", "m", "cm", "mm", "hz", "khz", "mhz", "kcal", "kj", "mosmol", "mosm", "h", "hr", "ng", "nm", "to",
    "times", "million", "billion", "x", "log10", "log", "vs", "celsius", "hours", "years", "months", "weeks", "days",
    "and", "or", "fold", "minutes", "ppm", "ppb", "atm", "psi", "kpa", "mm2", "m2", "mol", "ci", "uci", "nci", "per",
  ]
}
