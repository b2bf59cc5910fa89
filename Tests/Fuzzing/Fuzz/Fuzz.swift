import Glibc

/// `fuzz READER [option of libFuzzer…] [folder of seeds…]`: gives a reader bytes that libFuzzer makes up.
///
/// A reader must take any bytes: a crash, a trap, a hang beyond the time limit or memory beyond the limit is a
/// fault, and libFuzzer keeps the bytes that show it.
@main
enum Fuzz {
  /// The reader that the first argument names.
  static let reader = CommandLine.arguments.dropFirst().first.flatMap(FuzzedReader.init)

  static func main() {
    guard reader != nil else {
      print("usage: fuzz READER [option…] [folder…]")
      print("readers: \(FuzzedReader.allCases.map(\.rawValue).joined(separator: " "))")
      exit(2)
    }
    let arguments = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var names = arguments.map { strdup($0) } + [nil]
    var count = Int32(arguments.count)
    let status = names.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress!
      return runDriver(&count, &start) { bytes, count in testOneInput(bytes, count) }
    }
    exit(status)
  }
}
