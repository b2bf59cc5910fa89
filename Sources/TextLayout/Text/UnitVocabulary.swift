/// The words that the rules of ``UnbreakableUnits`` speak of. Matched without regard to case, up to the first
/// slash, hyphen or mark of punctuation.
enum UnitVocabulary {
  /// What a number may count. Units of the SI and of clinical chemistry, times, dose forms, months.
  static let units = Vocabulary(
    """
    kg g mg mcg μg µg ug ng pg fg hg gram grams gramme grammes milligram milligrams microgram micrograms
    nanogram nanograms picogram picograms kilogram kilograms lb lbs pound pounds oz ounce ounces grain grains
    l ml dl cl μl µl ul nl fl litre litres liter liters millilitre millilitres milliliter milliliters
    microlitre microlitres microliter microliters decilitre deciliter cc teaspoon teaspoons teaspoonful
    teaspoonfuls tablespoon tablespoons tsp tbsp cup cups drop drops gtt
    mol mmol μmol µmol umol nmol pmol fmol micromol mole moles millimole millimoles micromoles eq meq
    milliequivalents osm mosm mosmol osmol mm μm µm um nm pm m² m2 cm² mm² m³ cm³ mm³ m3 cm3 mm3
    unit units u iu mu miu kiu international kat nkat μkat cfu pfu ffu vg
    bq kbq mbq gbq ci mci μci µci gy cgy mgy sv msv μsv rad rads
    mmhg cmh2o kpa pa hpa mbar bar psi atm torr v mv kv ma μa hz khz mhz w mw kw j kj mj cal kcal cals ev kev mev
    s sec secs second seconds ms msec min mins minute minutes h hr hrs hour hours hourly d day days daily
    wk wks week weeks weekly fortnight fortnights mo mos month months monthly yr yrs year years yearly decade
    decades am pm a.m p.m nightly
    cm m km dm inch inches foot feet ft yard yards mile miles sq fr fg gauge french dioptre dioptres diopter diopters
    ° °c °f deg degree degrees celsius fahrenheit % percent ‰ ppm ppb fold
    tablet tablets tab tabs capsule capsules cap caps puff puffs spray sprays squirt inhalation inhalations
    actuation actuations patch patches suppository suppositories vial vials ampoule ampoules ampule ampules
    syringe syringes pen pens sachet sachets packet packets lozenge lozenges dose doses application applications
    injection injections infusion infusions bolus boluses pessary pessaries pastille pastilles film films implant
    implants bottle bottles cartridge cartridges strip strips pill pills scoop scoops spoonful spoonfuls bag bags
    times time cycle cycles course courses episode episodes beats breaths bpm point points copies cell cells
    session sessions visits kda da
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """)

  /// Small numbers in words.
  static let numberWords = Vocabulary("one two three four five six seven eight nine ten eleven twelve half")
  /// Words between a number and its unit: `5 million units`.
  static let multiples = Vocabulary(
    "hundred thousand million billion international standard sq fl square cubic")
  /// Words that name one of a series by the number or letter after them.
  static let designators = Vocabulary(
    """
    category class grade stage type phase schedule level score table tables figure figures fig section sections
    day week month year age aged cycle step part group no number factor vitamin hepatitis child pugh nyha
    asa appendix chapter box study cohort arm gestation trimester ph grades stages types phases days weeks
    """)
  /// What begins a frequency: `every 3 days`, `once daily`, `twice a day`.
  static let frequencyWords = Vocabulary("every each once twice thrice q")
  /// What goes on after `times`, `once` and `every`.
  static let frequencyEnds = Vocabulary(
    "daily weekly monthly yearly hourly nightly a an per each every other day days week hour month night")
  /// What stands between a frequency and its unit: `3 times a day`, `every other day`.
  static let articles = Vocabulary("a an per each every other")
  /// `times`, by itself.
  static let times = Vocabulary("times time")
  /// What makes a rate.
  static let per = Vocabulary("per")
  /// What stands between two numbers of one statement: `5 to 10`, `1 in 100`.
  static let connectors = Vocabulary("to in of or and")
}
