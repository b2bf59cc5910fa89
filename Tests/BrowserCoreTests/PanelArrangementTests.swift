import BrowserCore
import Testing

@Suite("Where the panels stand")
struct PanelArrangementTests {
  /// The rows of the screen, each as the panels it crosses with their columns; equal rows are counted.
  private func drawing(
    _ columns: Int, _ rows: Int, _ panels: PanelState = PanelState(), _ form: PageForm = .page
  ) -> String {
    let arrangement = PanelArrangement(size: Size(columns: columns, rows: rows), panels: panels, form: form)
    let named: [(String, Rectangle?)] =
      [
        ("header", arrangement.header), ("contents", arrangement.contents), ("page", arrangement.page),
        ("relations", arrangement.relations), ("preview", arrangement.preview), ("strip", arrangement.strip),
        ("status", arrangement.status), ("hints", arrangement.hints),
      ] + arrangement.verticalRules.map { ("|", $0) } + arrangement.horizontalRules.map { ("-", $0) }
    var lines: [(text: String, count: Int)] = []
    for row in 0..<rows {
      let parts = named.compactMap { name, rectangle -> (Int, String)? in
        guard let rectangle, row >= rectangle.row, row < rectangle.endRow, rectangle.columns > 0 else {
          return nil
        }
        return (rectangle.column, rectangle.columns == 1 ? name : "\(name) \(rectangle.columns)")
      }.sorted { $0.0 < $1.0 }
      let text = parts.map(\.1).joined(separator: " ")
      if lines.last?.text == text { lines[lines.count - 1].count += 1 } else { lines.append((text, 1)) }
    }
    return lines.map { "\($0.count) × \($0.text)" }.joined(separator: "\n")
  }

  @Test("80x24: contents beside the page, relations as a strip")
  func standard() {
    #expect(
      drawing(80, 24) == """
        1 × header 80
        20 × contents 24 | page 55
        1 × strip 80
        1 × status 80
        1 × hints 80
        """)
  }

  @Test("80x24 with the drawer open")
  func drawer() {
    #expect(
      drawing(80, 24, PanelState(focus: .relations, showsRelations: true)) == """
        1 × header 80
        11 × contents 24 | page 55
        1 × - 80
        9 × relations 80
        1 × status 80
        1 × hints 80
        """)
  }

  @Test("57 columns: one panel at a time")
  func narrow() {
    #expect(
      drawing(57, 20) == """
        1 × header 57
        17 × page 57
        1 × status 57
        1 × hints 57
        """)
    #expect(
      drawing(57, 20, PanelState(focus: .contents)) == """
        1 × header 57
        17 × contents 57
        1 × status 57
        1 × hints 57
        """)
  }

  @Test("132x43: three panels side by side")
  func wide() {
    #expect(
      drawing(132, 43) == """
        1 × header 132
        40 × contents 26 | page 71 | relations 33
        1 × status 132
        1 × hints 132
        """)
  }

  @Test("200x50: three panels and a preview")
  func widest() {
    #expect(
      drawing(200, 50) == """
        1 × header 200
        29 × contents 36 | page 112 | relations 50
        1 × contents 36 | page 112 | - 50
        17 × contents 36 | page 112 | preview 50
        1 × status 200
        1 × hints 200
        """)
  }

  @Test("under 40x10: a pager")
  func tiny() {
    #expect(drawing(39, 24) == "23 × page 39\n1 × status 39")
    #expect(drawing(80, 9) == "8 × page 80\n1 × status 80")
    #expect(drawing(20, 5) == "4 × page 20\n1 × status 20")
    #expect(drawing(1, 1) == "1 × page")
  }

  @Test("zoomed: the focused panel alone")
  func zoomed() {
    #expect(
      drawing(132, 43, PanelState(focus: .relations, isZoomed: true)) == """
        1 × header 132
        40 × relations 132
        1 × status 132
        1 × hints 132
        """)
  }

  @Test("at every size every rectangle is on the screen, none overlaps another, and the page has room")
  func everySize() {
    var faults: [String] = []
    for columns in stride(from: 1, through: 300, by: 7) {
      for rows in stride(from: 1, through: 100, by: 3) {
        for focus in Panel.allCases {
          for shows in [nil, true, false] {
            let size = Size(columns: columns, rows: rows)
            let arrangement = PanelArrangement(
              size: size, panels: PanelState(focus: focus, showsRelations: shows))
            if let fault = fault(in: arrangement, size: size, focus: focus) {
              faults.append("\(columns)x\(rows) \(focus): \(fault)")
            }
          }
        }
      }
    }
    #expect(faults == [])
  }

  private func fault(in arrangement: PanelArrangement, size: Size, focus: Panel) -> String? {
    let all =
      [
        arrangement.header, arrangement.contents, arrangement.page, arrangement.relations,
        arrangement.preview,
        arrangement.strip, arrangement.status, arrangement.hints,
      ].compactMap { $0 } + arrangement.verticalRules + arrangement.horizontalRules
    for (index, rectangle) in all.enumerated() {
      if rectangle.endRow > size.rows || rectangle.endColumn > size.columns || rectangle.row < 0 {
        return "\(rectangle) is off the screen"
      }
      for other in all[(index + 1)...]
      where rectangle.row < other.endRow && other.row < rectangle.endRow && rectangle.column < other.endColumn
        && other.column < rectangle.endColumn
      {
        return "\(rectangle) lies over \(other)"
      }
    }
    guard let page = arrangement.page else { return focus == .page ? "no page" : nil }
    guard arrangement.contents != nil || arrangement.relations != nil else { return nil }
    let isTooSmall = page.columns < PanelArrangement.minimumPageColumns || page.rows < 3
    return isTooSmall ? "the page has \(page.columns)x\(page.rows)" : nil
  }

  @Test("a comparison has the whole width, contents when they are asked for, and no relations")
  func comparison() {
    var panels = PanelState(showsRelations: true)
    #expect(
      drawing(200, 50, panels, .comparison) == """
        1 × header 200
        47 × page 200
        1 × status 200
        1 × hints 200
        """)
    panels.showsContentsOfComparison = true
    #expect(
      drawing(130, 30, panels, .comparison) == """
        1 × header 130
        27 × contents 26 | page 103
        1 × status 130
        1 × hints 130
        """)
    let size = Size(columns: 200, rows: 50)
    #expect(PanelArrangement(size: size, panels: PanelState(), form: .comparison).measure(for: size) == 198)
  }

  @Test("a report has contents beside it, and no relations, drawer or strip", arguments: [nil, true])
  func report(showsRelations: Bool?) {
    #expect(
      drawing(80, 24, PanelState(showsRelations: showsRelations), .report) == """
        1 × header 80
        21 × contents 24 | page 55
        1 × status 80
        1 × hints 80
        """)
  }
}
