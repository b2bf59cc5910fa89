/// Names of drugs and substances that a Porter stemmer takes for forms of another name or word, and that are not. Found
/// in the names of 398 US labels, of Hetionet's compounds and of DrugMechDB's drugs, against those names and the words
/// of the labels. Acids and their salts (`alendronic`, `alendronate`) share stems too and are left out: they are one
/// drug.
enum SameStemNames {
  /// A name, and the word it is not.
  static let pairs: [(name: String, other: String)] = [
    ("aspart", "aspartate"), ("aspart", "aspartic"), ("nicotine", "nicotinate"), ("nicotine", "nicotinic"),
    ("carbon", "carbonate"), ("lactate", "lactated"), ("glycol", "glycolate"), ("phenol", "phenolic"),
    ("ethanol", "ethanolate"), ("sulfur", "sulfuric"), ("lutein", "luteinizing"), ("niacin", "niacinate"),
    ("atropine", "atropinism"), ("diphenoxylate", "diphenoxylic"), ("arginine", "argininic"),
    ("iodine", "iodinated"), ("heparin", "heparinized"), ("panretin", "panretinal"), ("evenity", "even"),
    ("evenity", "evening"), ("alli", "allied"), ("extraneal", "extraneous"), ("water", "watering"),
  ]
}
