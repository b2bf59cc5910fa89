import MonographModel

/// The words of a label by a plain scan: every text of the XML, and the attributes whose values are shown.
///
/// An element within running text (`content`, `sub`, `sup`, `linkHtml`) does not part words; any other does.
/// Attributes are read in the product data (`subject`, `author`) only: the names of codes (`displayName`), codes
/// of products (NDC) and substances (UNII), companies' and applications' numbers, amounts and dates.
///
/// Not text, and not scanned: ids, set id and version (they are shown as facts of the document), namespaces and
/// OIDs, codes of HL7 and NCI Thesaurus beside their names, countries, layout (style codes, widths, alignment),
/// ids and targets of links within the label, files of pictures, the names of the codes of sections, comments.
///
/// Set aside are: highlights that say what their section says (shown once), ingredients and operations that are
/// given again for each product (shown once), the alternative texts of pictures that nothing shows.
enum SPLWording {
  /// The wording of a label.
  static func wording(of bytes: [UInt8], limits: ReaderLimits) -> SourceWording {
    SourceWording()
  }
}
