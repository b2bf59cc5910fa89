/// A term and its list on their way to the library; its bytes may be read until the closure that is given it returns.
struct GatheredTerm {
  /// The bytes of the term.
  var text: UnsafeBufferPointer<UInt8>
  /// Its first place, its last, and how many it has.
  var first: Int
  var last: Int
  var count: Int
  /// The list as ``TermRun`` has it: without the number of the first place.
  var list: UnsafeBufferPointer<UInt8>
}
