import Testing

@testable import MonographSearch

@Suite("The line of a section that answers")
struct PassageFinderTests {
  private static let topics = """
    advice: [avoid, do not, reduce]
    topics:
      - name: dose
        quantity: needed
        asked: [dose]
        answers: [usual dose, daily, mg]
      - name: kidneys
        quantity: better
        asked: [renal]
        answers: [renal]
      - name: children
        clinical: children
        asked: [child]
        answers: [children]
      - name: working
        facts: true
        asked: [mechanism]
        answers: [acts]
      - name: amount
        quantity: dose
        asked: [amount]
        answers: [starting]
    """

  /// The line that answers, of lines that are sections of their own.
  private func line(_ query: String, in text: String, under headings: [String] = ["Text"]) throws -> String? {
    try passage(query, in: text, under: headings).map { passage in
      String(decoding: Array(text.utf8)[passage.range], as: UTF8.self).split(separator: "\n").joined()
    }
  }

  private func passage(
    _ query: String, in text: String, under headings: [String] = ["Text"]
  ) throws -> Passage? {
    let vocabulary = Vocabulary(
      topics: try TopicTable(yaml: Self.topics, file: "topics.yaml"),
      synonyms: try SynonymTable(yaml: "groups: []", file: "synonyms.yaml"))
    var question = Question(SearchQuery(query + " "), vocabulary: vocabulary)
    for slot in question.slots.indices {
      question.slots[slot].terms = [question.slots[slot].term: 1]
      question.slots[slot].rarity = 0.5
    }
    return PassageFinder(question, named: question.slots.map { _ in false }, topics: vocabulary.topics)
      .best(in: text, under: headings)
  }

  @Test("Of lines that say as much the first is the one to read")
  func firstOfEquals() throws {
    #expect(
      try line("glossin", in: "One has glossin here.\nTwo has glossin here.") == "One has glossin here.")
  }

  @Test("A line that tells what to do comes before one that tells what is, unless that is asked for")
  func advice() throws {
    let text = "Glossin raises levels of it.\nAvoid glossin and all like it."
    #expect(try line("glossin", in: text) == "Avoid glossin and all like it.")
    let acts = "It acts on glossin in cells.\nAvoid: it acts on glossin too."
    #expect(try line("glossin mechanism", in: acts) == "It acts on glossin in cells.")
  }

  @Test("Two sentences tell what to do together only where both do")
  func adviceOfTwo() throws {
    let text = "Avoid milk with it. Glossin lowers its levels."
    #expect(try line("glossin", in: text) == "Glossin lowers its levels.")
  }

  @Test("Rows tell of other things each; what a colon announces belongs to it")
  func rows() throws {
    let rows = "Milk Raises the levels of glossin by 15%.\nTea Has an effect of its own."
    #expect(try line("glossin tea effect", in: rows) == "Tea Has an effect of its own.")
    let announced = "Of glossin it is known:\nItch from tea."
    #expect(try line("glossin tea itch", in: announced) == "Of glossin it is known:Itch from tea.")
  }

  @Test("What is told of children, the elderly and animals comes after what is told of all")
  func populations() throws {
    for other in ["children", "elderly patients", "rabbits"] {
      let text = "The usual dose in \(other) is 5 mg daily.\nThe usual dose in others is 20 mg daily."
      #expect(try line("dose", in: text) == "The usual dose in others is 20 mg daily.", "\(other)")
    }
    let text = "The usual dose in others is 20 mg daily.\nThe usual dose in children is 5 mg daily."
    #expect(try line("child dose", in: text) == "The usual dose in children is 5 mg daily.")
    let both =
      "The usual dose in children and adults is 5 mg daily.\nThe usual dose in others is 20 mg daily."
    #expect(try line("dose", in: both) == "The usual dose in children and adults is 5 mg daily.")
  }

  @Test("A line that says that something is unknown comes after one that says something")
  func unknown() throws {
    let text = "Why glossin rises is unknown.\nIn one of ten glossin rises."
    #expect(try line("glossin", in: text) == "In one of ten glossin rises.")
  }

  @Test("A clearance and a concentration are no doses")
  func doses() throws {
    for measured in ["of 30 mL/min", "with 1.5 mg/dL", "of unknown extent"] {
      let text = "In renal disease \(measured) take care.\nIn renal disease of any sort 5 mg will do."
      #expect(try line("renal", in: text) == "In renal disease of any sort 5 mg will do.", "\(measured)")
    }
  }

  @Test("A phrase that a line says twice counts once")
  func twice() throws {
    let text = "There are 5 mg, 10 mg, and 20 mg of it.\nThe usual dose is one of 20 mg daily."
    #expect(try line("dose", in: text) == "The usual dose is one of 20 mg daily.")
  }

  @Test("What a line refers to makes it no longer to read")
  func references() throws {
    let whole =
      "Glossin goes up [see Part One (2.1), Part Two (5.1), Part Three (6.2) and all of Part Four (7.3)]."
    let text =
      whole + "\nAlso glossin may well be found to go up in some few of those who eat much of it at once."
    #expect(try line("glossin", in: text) == whole)
  }

  @Test("A boxed warning is as short as its sum: the first of its lines counts")
  func box() throws {
    let text = "Of all things glossin goes up.\nGlossin goes up. (5.1)"
    #expect(try line("glossin", in: text, under: ["Boxed warning"]) == "Of all things glossin goes up.")
    #expect(try line("glossin", in: text) == "Glossin goes up. (5.1)")
  }

  @Test("Under a heading with a word that was asked for, a line that repeats it comes before others")
  func ownWords() throws {
    let text =
      "Marvexin was tried, and its levels rose by half.\nGlossin and its leaves raise its levels in all."
    #expect(
      try line("glossin levels", in: text, under: ["Glossin"])
        == "Glossin and its leaves raise its levels in all.")
  }

  @Test("A number with decimals that was typed stands in the line, where any has it")
  func decimals() throws {
    let text =
      "Glossin is for nerves and for roots of nerves.\nOf all of the strengths 0.75 is not for use in nerves."
    #expect(try line("glossin 0.75 nerves", in: text)?.contains("0.75") == true)
  }

  @Test("Who asks about type 1 is not told about type 2")
  func kinds() throws {
    let text =
      "Glossin is for marsh fever of type 2 in people of 1 land.\nGlossin is not for marsh fever of type 1."
    #expect(try line("glossin marsh fever type 1", in: text) == "Glossin is not for marsh fever of type 1.")
  }

  @Test("What was measured in volunteers comes after what is told of all")
  func volunteers() throws {
    let text = "In volunteers glossin rose.\nGlossin rises in most."
    #expect(try line("glossin", in: text) == "Glossin rises in most.")
  }

  @Test("A number of days is no dose")
  func days() throws {
    let text = "In the starting 7 days take care.\nA starting of 5 mg is well."
    #expect(try line("amount", in: text) == "A starting of 5 mg is well.")
  }

  @Test("Each sentence of a line of the Highlights sums up a section, where it has all that was asked")
  func summaries() throws {
    let text = "Take care: Glossin rises. Look out for itch. (5.1)\n"
    #expect(try passage("glossin", in: text)?.isSummary == true)
    #expect(
      try passage("glossin", in: "Take care: Glossin rises.\nLook out for itch. (5.1)")?.isSummary == false)
    #expect(try passage("glossin marvexin", in: text)?.isSummary == false)
  }

  @Test("A passage tells how much of each topic its text has")
  func topicsTold() throws {
    let vocabulary = Vocabulary(
      topics: try TopicTable(yaml: Self.topics, file: "topics.yaml"),
      synonyms: try SynonymTable(yaml: "groups: []", file: "synonyms.yaml"))
    var question = Question(SearchQuery("renal glossin dose "), vocabulary: vocabulary)
    for slot in question.slots.indices {
      question.slots[slot].terms = [question.slots[slot].term: 1]
      question.slots[slot].rarity = 0.5
    }
    let finder = PassageFinder(question, named: [false, false, false], topics: vocabulary.topics)
    let told = try #require(finder.best(in: "Glossin goes up.\nIts renal part is small.", under: []))
    #expect(told.topics == [0.6, 0])
  }
}
