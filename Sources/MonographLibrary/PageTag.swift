/// The bytes that tell the sorts of block apart. They are part of the file format.
enum BlockTag: UInt8 {
  case paragraph = 1
  case list = 2
  case definitionList = 3
  case table = 4
  case diagram = 5
  case callout = 6
  case quote = 7
  case code = 8
  case thematicBreak = 9
  case bibliography = 10
  case columns = 11
}

/// The bytes that tell the sorts of running text apart. They are part of the file format.
enum InlineTag: UInt8 {
  case text = 1
  case emphasis = 2
  case strong = 3
  case struck = 4
  case code = 5
  case link = 6
  case citation = 7
  case superscript = 8
  case `subscript` = 9
  case image = 10
  case lineBreak = 11
}

/// The bytes that tell the targets of links apart. They are part of the file format.
enum TargetTag: UInt8 {
  case entity = 1
  case section = 2
  case external = 3
}

/// The bytes that tell the origins of relations apart, in pages and in the relation table alike.
enum OriginTag: UInt8 {
  case frontMatter = 0
  case diagram = 1
  case graph = 2
}
