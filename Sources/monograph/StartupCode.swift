import Glibc

/// The program's code as the system keeps it in memory for this process.
///
/// Starting runs through a large part of the code that is linked in (the runtime's and the libraries' set-up),
/// none of which reading needs again. The pages stay counted as this process's until somebody gives them
/// back.
enum StartupCode {
  /// Gives the pages of code back to the system. They are read-only and in its cache: what is needed again is
  /// mapped again at its first use, sixteen pages at a time, without reading a file.
  static func release() {
    guard let file = fopen("/proc/self/maps", "r") else { return }
    defer { fclose(file) }
    var program = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &program, program.count - 1)
    guard length > 0 else { return }
    let name = String(decoding: program[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var line = [CChar](repeating: 0, count: 2 * Int(PATH_MAX))
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let fields = text.split(separator: " ", omittingEmptySubsequences: true)
      guard fields.count >= 6, fields[1] == "r-xp", text.hasSuffix("\(name)\n") else { continue }
      let bounds = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard bounds.count == 2, bounds[0] < bounds[1],
        let start = UnsafeMutableRawPointer(bitPattern: bounds[0])
      else { continue }
      madvise(start, Int(bounds[1] - bounds[0]), MADV_DONTNEED)
    }
  }
}
