import BrowserTesting
import MonographModel
import TextLayout
import Testing

@Suite("A label's boxed warning, tables and footnotes, laid out")
struct LabelTableTests {
  @Test("as they were recorded", arguments: [80, 40])
  func snapshot(width: Int) throws {
    try Recording(beside: #filePath, folder: "Snapshots").compare(
      text(DocumentLayout.Options(width: width)), with: "label-\(width)")
  }

  @Test("as they were recorded, in ASCII")
  func ascii() throws {
    try Recording(beside: #filePath, folder: "Snapshots").compare(
      text(DocumentLayout.Options(width: 80, glyphs: .ascii)), with: "label-80-ascii")
  }

  private func text(_ options: DocumentLayout.Options) -> String {
    var layout = DocumentLayout(LabelTables.page, missing: [], options: options)
    var text = ""
    for item in layout.items.indices {
      if case .heading = layout.items[item].kind { text += "\n== \(layout.text(of: item))" }
      for line in layout.lines(of: item) { text += "\n" + line.text }
    }
    return text + "\n"
  }
}
