import MonographModel

/// Where a key was pressed: what listens to it.
public enum Context: String, Hashable, Sendable, CaseIterable {
  case start, page, contents, relations, list, document, graph
}

/// One row of the table from which the keymap, the help and the README are made.
public struct CommandEntry: Hashable, Sendable {
  /// What it does.
  public var command: Command
  /// The keys, as ``Key/sequence(_:)`` reads them; any of them works.
  public var keys: [String]
  /// Where it works.
  public var contexts: Set<Context>
  /// What a person reads about it.
  public var summary: String
  /// The heading in the help under which it stands.
  public var group: Group
  /// The word by which the command line knows it; nil: it has keys alone.
  public var word: String?

  /// The keys as people write them; of a command that has none, how it is typed.
  public var keyNames: [String] {
    keys.isEmpty ? word.map { [":\($0)"] } ?? [] : keys.map(KeyName.name(of:))
  }

  /// The headings of the help.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case move = "Moving"
    case link = "Links and going back"
    case find = "Finding"
    case panel = "Panels"
    case section = "Sections and clinical jumps"
    case relation = "Relations between things"
    case about = "About the page"
    case program = "The program"
  }
}

/// Every command with its keys. The one place where keys are named.
public enum CommandTable {
  private static let everywhere = Set(Context.allCases)
  private static let readable: Set<Context> = [.page, .contents, .relations]

  /// The rows, in the order of the help.
  public static let entries: [CommandEntry] = basic + landmarks + clinical

  private static let basic: [CommandEntry] = [
    row(.lineDown, ["j", "<Down>", "<C-e>"], everywhere, "line down, next entry; counts work: 5j", .move),
    row(.lineUp, ["k", "<Up>", "<C-y>"], everywhere, "line up, previous entry", .move),
    row(.pageDown, ["<Space>", "f", "<PgDn>", "<C-f>"], everywhere, "page down", .move),
    row(.pageUp, ["b", "<PgUp>", "<C-b>"], everywhere, "page up", .move),
    row(.halfPageDown, ["d", "<C-d>"], everywhere, "half a page down", .move),
    row(.halfPageUp, ["u", "<C-u>"], everywhere, "half a page up", .move),
    row(.top, ["g", "<Home>"], everywhere, "to the top", .move),
    row(.bottom, ["G", "<End>"], everywhere, "to the end", .move),
    row(.percent, ["%"], [.page, .document], "to that percent of the page: 40%", .move),

    row(.nextLink, ["<Tab>"], everywhere, "next link", .link),
    row(.previousLink, ["<S-Tab>"], everywhere, "previous link", .link),
    row(
      .follow, ["<Enter>", "<Right>"], [.page, .list, .document, .start],
      "follow the link, open the entry; 12 Enter follows link 12", .link),
    row(.follow, ["<Enter>"], [.contents, .relations], "go to the section, open the neighbour", .link),
    row(.follow, ["<Enter>"], [.graph], "put what is selected in the middle", .link),
    row(
      .back, ["<BS>", "<Left>", "H", "<C-o>"], [.page, .start, .list, .document],
      "back to the place before", .link),
    row(.back, ["<BS>", "H", "<C-o>"], [.contents, .relations], "back to the place before", .link),
    row(.back, ["<BS>", "H", "<C-o>"], [.graph], "back to what was in the middle before", .link),
    row(.forward, ["L"], everywhere, "forward again", .link),
    row(.hints, ["F"], [.page, .document], "number the links; type a number or part of a link", .link),
    row(.listLinks, ["l"], readable, "list of the links on the page", .link, word: "links"),

    row(.findForward, ["/"], everywhere, "find on the page; in a list: filter it", .find),
    row(.findBackward, ["?"], [.page, .document], "find backwards", .find),
    row(.findNext, ["n"], [.page, .document], "next match", .find),
    row(.findPrevious, ["N"], [.page, .document], "previous match", .find),
    row(.searchLibrary, ["s"], everywhere, "search the library", .find, word: "search"),
    row(.openByName, ["o"], everywhere, "open a page by name", .find, word: "open"),
    row(.index, ["i"], everywhere, "index: everything by kind, A to Z", .find, word: "index"),

    row(.contents, ["t"], readable, "contents: open and focus; again closes", .panel, word: "contents"),
    row(.relations, ["r"], readable, "relations: open and focus; again closes", .panel, word: "relations"),
    row(.zoom, ["z"], readable, "give the panel the whole screen, and back", .panel),
    row(.nextPanel, ["<C-w>", "<F6>"], readable, "next panel", .panel),
    row(
      .unfold, ["<Right>"], [.contents, .relations], "unfold the section, the group of relations", .panel),
    row(.fold, ["<Left>"], [.contents, .relations], "fold the section, the group of relations", .panel),

    row(
      .contentsOrder, ["S"], readable,
      "contents in clinical order, or the source's again; the page keeps the source's", .panel),

    row(.nextSection, ["J"], readable, "next section", .section),
    row(.previousSection, ["K"], readable, "previous section", .section),

    row(
      .relationOrder, ["O"], [.relations], "relations by evidence, by name, by degree", .relation,
      word: "sort"),
    row(.graph, ["e"], readable, "the graph round this page", .relation, word: "graph"),
    row(.columnLeft, ["h", "<Left>"], [.graph], "in the graph: the column at the left", .relation),
    row(.columnRight, ["l", "<Right>"], [.graph], "in the graph: the column at the right", .relation),
    row(
      .secondRing, ["e", "+"], [.graph], "in the graph: the relations of the selected neighbour, below it",
      .relation),
    row(.openSelected, ["p"], [.graph], "in the graph: open the page of what is selected", .relation),
    row(.path, ["x"], readable, "how this is connected with something else", .relation, word: "path"),
    row(
      .markDrug, ["M"], readable, "mark this drug for :interactions, or unmark it", .relation, word: "mark"),
    row(
      .interactions, [], readable, "what is recorded between the marked drugs", .relation,
      word: "interactions"),
    row(
      .compare, ["c"], readable, "this page beside another, section by section", .relation, word: "compare"),

    row(
      .whereAmI, ["="], everywhere, "where am I: source, dates, licence", .about, word: "where"),
    row(.sourceText, ["\\"], [.page], "the source text of the block at the top or in focus", .about),
    row(.otherSource, ["w"], readable, "the next source about the same thing, at the same section", .about),
    row(
      .listSources, ["W"], readable, "list of the sources about it, the newest first", .about, word: "sources"
    ),
    row(
      .diagnostics, ["D"], readable,
      "what is wrong in a page opened from its file: open and focus; again closes", .about),

    row(.commandLine, [":"], everywhere, "a command by its word: :graph, :interactions", .program),
    row(.help, ["h", "<F1>"], everywhere.subtracting([.graph]), "this help", .program, word: "help"),
    row(.help, ["<F1>"], [.graph], "this help; h moves in the graph", .program, word: "help"),
    row(.cancel, ["<Esc>", "<C-c>"], everywhere, "cancel, close what is on top; never quits", .program),
    row(.close, ["q"], everywhere, "close what is on top, else quit", .program, word: "quit"),
    row(.quit, ["Q", "<C-q>"], everywhere, "quit at once", .program),
    row(.redraw, ["<C-l>"], everywhere, "draw the screen anew", .program),
    row(.suspend, ["<C-z>"], everywhere, "to the shell; fg comes back", .program),
  ]

  private static let landmarks: [CommandEntry] = Command.Landmark.allCases.flatMap { landmark in
    [
      row(
        .landmark(landmark, .forward), ["]\(landmark.letter)"], readable, "next \(landmark.name)", .section),
      row(
        .landmark(landmark, .backward), ["[\(landmark.letter)"], readable, "previous \(landmark.name)",
        .section),
    ]
  }

  private static let clinical: [CommandEntry] = ClinicalTopic.allCases.map { topic in
    row(.clinical(topic), [".\(topic.letter)"], readable, topic.name, .section)
  }

  private static func row(
    _ command: Command, _ keys: [String], _ contexts: Set<Context>, _ summary: String,
    _ group: CommandEntry.Group, word: String? = nil
  ) -> CommandEntry {
    CommandEntry(
      command: command, keys: keys, contexts: contexts, summary: summary, group: group, word: word)
  }
}
