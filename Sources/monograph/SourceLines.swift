/// The lines of a source file, which end with a line feed, a carriage return, or both, as reading has it.
enum SourceLines {
  /// The bytes of some lines, counted from 1, their ends included; nothing where there are no such lines.
  static func bytes(of source: [UInt8], from first: Int, through last: Int) -> [UInt8] {
    var starts: [Int] = source.isEmpty ? [] : [0]
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < source.count, source[index] == 0x0A { index += 1 }
      if index < source.count { starts.append(index) }
    }
    guard first >= 1, first <= starts.count, first <= last else { return [] }
    return Array(source[starts[first - 1]..<(last < starts.count ? starts[last] : source.count)])
  }
}
