import MonographModel

extension DocumentLayout {
  /// A monograph made of the infobox alone: a section for each of its tables, to be laid out over the page.
  public static func infobox(of monograph: Monograph) -> Monograph {
    var infobox = monograph
    infobox.infobox = []
    infobox.relations = []
    infobox.sections = monograph.infobox.map { part in
      Section(
        heading: [.text(part.title)], level: 1, anchor: part.anchor,
        blocks: [Block(.table(part.table), inference: part.inference)])
    }
    return infobox
  }
}
