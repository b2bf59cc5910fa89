import MonographModel

/// A link of a page in the order of reading; its number for the person is its index plus one.
public struct PageLink: Hashable, Sendable {
  /// Where a link of a page leads.
  public enum Target: Hashable, Sendable {
    /// To a page, or a place in it.
    case entity(EntityID, anchor: String?)
    /// To an entity without a page.
    case missing(EntityID)
    /// To a section of this page.
    case section(anchor: String)
    /// To an address outside the library.
    case external(String)
    /// To an entry of the bibliography, by key; several keys in one pair of brackets are several links.
    case reference(key: String)
    /// From a bibliography entry back to the places that cite it.
    case citations(key: String)
    /// To the infobox.
    case infobox
  }

  /// Where it leads.
  public var target: Target
  /// What it says.
  public var text: String
  /// The index of the item it stands in.
  public var item: Int

  /// Makes a link.
  public init(target: Target, text: String, item: Int) {
    self.target = target
    self.text = text
    self.item = item
  }
}
