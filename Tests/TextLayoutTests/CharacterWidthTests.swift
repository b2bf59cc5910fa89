import Glibc
import Testing

@testable import TextLayout

/// `wcwidth` is not declared by the Glibc module, so it is looked up by name.
private typealias WidthFunction = @convention(c) (Int32) -> Int32

private let widthFunction = dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: WidthFunction.self) }

/// The table was made from this version of the C library; another one knows another Unicode.
private let isSameLibrary: Bool = {
  var name = [CChar](repeating: 0, count: 64)
  let length = confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
  return length > 0
    && String(decoding: name.map(UInt8.init(bitPattern:)), as: UTF8.self).hasPrefix("glibc 2.36\0")
}()

@Suite struct CharacterWidthTests {
  @Test(.enabled(if: isSameLibrary, "another C library than the table was made from"))
  func everyScalarIsAsWideAsTheCLibrarySays() throws {
    let columns = try #require(widthFunction)
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var different: [UInt32] = []
    for value in 1...0x10FFFF as ClosedRange<UInt32> where Unicode.Scalar(value) != nil {
      let expected = columns(Int32(value))
      if CharacterWidth.columns(of: value).map(Int32.init) ?? -1 != expected { different.append(value) }
    }
    #expect(different.isEmpty)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("μ", 1), ("≥", 1), ("漢", 2), ("ｆ", 2), ("\u{301}", 0), ("😀", 2), ("\u{E000}", 1),
  ])
  func columns(_ character: Unicode.Scalar, _ columns: Int) {
    #expect(CharacterWidth.columns(of: character.value) == columns)
  }

  @Test(arguments: ["\u{1B}", "\u{7F}", "\u{85}", "\u{378}", "\u{FFFF}"] as [Unicode.Scalar])
  func whatCannotBePrintedHasNoWidth(_ character: Unicode.Scalar) {
    #expect(CharacterWidth.columns(of: character.value) == nil)
  }
}
