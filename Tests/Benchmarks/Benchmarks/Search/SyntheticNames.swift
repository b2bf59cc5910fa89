/// Names of drugs that do not exist, made of the stems that international names end with, and a hundred that do,
/// so that what clinicians type finds something.
enum SyntheticNames {
  private static let known = """
    metformin baclofen lithium gabapentin pregabalin diazepam lorazepam clonazepam alprazolam midazolam warfarin \
    apixaban rivaroxaban dabigatran heparin enoxaparin aspirin clopidogrel ticagrelor atorvastatin simvastatin \
    rosuvastatin pravastatin lisinopril enalapril ramipril losartan valsartan candesartan amlodipine nifedipine \
    diltiazem verapamil metoprolol atenolol propranolol carvedilol bisoprolol furosemide torsemide spironolactone \
    hydrochlorothiazide chlorthalidone digoxin amiodarone sotalol flecainide omeprazole pantoprazole esomeprazole \
    famotidine ondansetron metoclopramide levothyroxine prednisone dexamethasone hydrocortisone insulin glipizide \
    sitagliptin empagliflozin semaglutide liraglutide amoxicillin cephalexin ceftriaxone ciprofloxacin levofloxacin \
    azithromycin clarithromycin doxycycline vancomycin gentamicin fluconazole voriconazole acyclovir valacyclovir \
    morphine oxycodone hydromorphone fentanyl tramadol methadone naloxone naltrexone buprenorphine ibuprofen \
    naproxen celecoxib acetaminophen hydroxyzine hydralazine sertraline fluoxetine citalopram venlafaxine bupropion \
    quetiapine olanzapine risperidone haloperidol valproate carbamazepine lamotrigine levetiracetam phenytoin
    """.split(separator: " ").map(String.init)

  private static let first = [
    "ab", "ac", "al", "ami", "ar", "ba", "be", "bri", "ca", "ce", "cla", "cor", "da", "de", "dro", "e", "el",
    "fa", "flu",
    "fo", "ga", "gli", "ha", "hy", "i", "im", "ka", "ke", "la", "lo", "ma", "me", "mi", "mo", "na", "ni",
    "nor", "o", "ol",
    "pa", "pe", "phe", "pri", "qui", "ra", "ri", "ro", "sa", "se", "so", "su", "ta", "te", "to", "u", "va",
    "ve", "xa", "zi",
    "zo",
  ]
  private static let second = [
    "ba", "be", "bi", "ca", "ci", "da", "di", "do", "fa", "fe", "fi", "ga", "go", "ka", "la", "le", "li",
    "lo", "ma", "me",
    "mi", "mo", "na", "ne", "ni", "no", "pa", "pe", "pi", "po", "pra", "ra", "re", "ri", "ro", "sa", "se",
    "si", "so", "ste",
    "ta", "te", "ti", "to", "tra", "va", "ve", "vi", "vo", "xa", "xi", "za", "ze", "zo", "lu", "mu", "nu",
    "ru", "tu", "zu",
  ]
  private static let last = [
    "mab", "tinib", "pril", "sartan", "statin", "olol", "azole", "cillin", "mycin", "floxacin", "oxetine",
    "azepam", "idone",
    "gliptin", "gliflozin", "xaban", "parin", "triptan", "setron", "dipine", "zosin", "lukast", "vir",
    "cycline", "sone",
    "tidine", "prazole", "barbital", "caine", "curium", "dronate", "fibrate", "glitazone", "lamide",
    "nidazole", "profen",
    "quine", "steride", "terol", "thiazide",
  ]
  private static let salts = [
    "hydrochloride", "sodium", "maleate", "succinate", "potassium", "mesylate", "tartrate",
  ]

  /// The generic name of the n-th drug, from 0; no two are alike below 144,000.
  static func generic(_ number: Int) -> String {
    guard number >= known.count else { return known[number] }
    // A multiplier that shares no factor with the count of names visits each once.
    return name(number * 40_507 % (first.count * second.count * last.count))
  }

  private static func name(_ place: Int) -> String {
    let ending = last[place % last.count]
    let rest = place / last.count
    return first[rest / second.count] + second[rest % second.count] + ending
  }

  /// Two brand names.
  static func brands(_ number: Int) -> [String] {
    let place = number * 60_617 % (first.count * second.count * second.count)
    let (start, middle) = (place % first.count, place / first.count)
    let stem = first[start] + second[middle % second.count] + second[middle / second.count]
    return ["\(stem)x".capitalized, "\(stem)\(second[number % second.count])n".capitalized]
  }

  /// The salt it comes as; most have one.
  static func salt(_ number: Int) -> String? {
    number % 4 == 3 ? nil : "\(generic(number)) \(salts[number % salts.count])"
  }

  /// Its class.
  static func drugClass(_ number: Int) -> String {
    let name = generic(number)
    return (last.first { name.hasSuffix($0) } ?? "unclassed") + " class"
  }
}
