/// How a word sounds: two words that are written differently and sound alike have the same form.
///
/// Metaphone (L. Philips, "Hanging on the Metaphone", Computer Language 7(12), 1990): the consonants in the order in
/// which they are heard, vowels only at the beginning. Names of drugs are of Greek and Latin make and spoken in many
/// tongues, hence these rules instead of Metaphone's: CH is K (`chlor-`, `chole-`), TH is T, X is K and S (Z at the
/// beginning), vowels at the beginning are one code and Y is a vowel, as in Double Metaphone (L. Philips, C/C++ Users
/// Journal 18(6), 2000).
struct SpokenForm {
  private let word: [UInt8]
  /// The sounds; upper-case letters, `X` for sh.
  let codes: [UInt8]
  /// Which letters a word of this form can begin with, a bit for each.
  let beginnings: UInt32

  /// Words with fewer sounds than this are not compared: too much sounds alike.
  static let least = 2

  /// Nil for words with anything but Latin letters in lower case, and for those of too few sounds.
  init?(_ word: some Collection<UInt8>) {
    let word = Array(word)
    guard word.count >= 4, word.count <= EditDistance.lengthLimit else { return nil }
    var codes: [UInt8] = []
    let isWord = word.withUnsafeBytes { word in
      Self.forEachCode(in: word) {
        codes.append($0)
        return true
      }
    }
    guard isWord, codes.count >= Self.least else { return nil }
    self.word = word
    self.codes = codes
    beginnings = Self.beginnings(of: codes[0])
  }

  /// The letters that may stand at the beginning of a word with a first sound; h and w may not be heard there.
  private static func beginnings(of code: UInt8) -> UInt32 {
    let letters: StaticString =
      switch code {
      case 0x41: "aeiouyhw"
      case 0x46: "fvphw"
      case 0x4A: "jghw"
      case 0x4B: "kcqghw"
      case 0x4E: "ngkphw"
      case 0x52: "rhw"
      case 0x53: "sczxphw"
      case 0x54: "tdhw"
      default: ""
      }
    guard letters.utf8CodeUnitCount > 0 else { return 1 << UInt32(code - 0x41) | 1 << 7 | 1 << 22 | 1 << 18 }
    return letters.withUTF8Buffer { $0.reduce(0) { $0 | 1 << UInt32($1 - a) } }
  }

  /// Whether a word has this form. Stops at the first sound that differs, so that most words cost some nanoseconds.
  func isForm(of word: UnsafeRawBufferPointer) -> Bool {
    var next = 0
    let isWord = Self.forEachCode(in: word) { code in
      guard next < codes.count, codes[next] == code else { return false }
      next += 1
      return true
    }
    return isWord && next == codes.count
  }

  /// In how many letters a word of this form differs from the one it was made of (V. I. Levenshtein, 1966); nil where it
  /// is of another form, or more than half of the letters differ: consonants alone are alike in too many names.
  func difference(of other: UnsafeRawBufferPointer) -> Int? {
    guard isForm(of: other) else { return nil }
    var last = Array(0...word.count)
    for index in 0..<other.count {
      var current = [index + 1]
      for place in word.indices {
        let change = last[place] + (word[place] == other[index] ? 0 : 1)
        current.append(min(change, last[place + 1] + 1, current[place] + 1))
      }
      last = current
    }
    return last[word.count] * 2 <= word.count ? last[word.count] : nil
  }

  /// Calls a closure with each sound in turn. False where it returned false, or the word is of other letters.
  private static func forEachCode(in word: UnsafeRawBufferPointer, _ body: (UInt8) -> Bool) -> Bool {
    let count = word.count
    func letter(_ index: Int) -> UInt8 { index >= 0 && index < count ? word[index] : 0 }
    var index = silentBeginning(letter(0), letter(1))
    let start = index
    while index < count {
      let current = word[index]
      guard current >= 0x61, current <= 0x7A else { return false }
      let (before, after) = (letter(index - 1), letter(index + 1))
      var used = 1
      var code: UInt8?
      var second: UInt8?
      switch current {
      case a, e, i, o, u, y: code = index == start ? 0x41 : nil
      // Doubled letters sound once; a double c before e or i is k and s.
      case before where index > start && current != c: code = nil
      case c:
        if after == h {
          (code, used) = (0x4B, 2)
        } else if isFront(after) {
          code = before == s ? nil : 0x53
        } else if after == k || after == q {
          code = nil
        } else {
          code = before == c ? nil : 0x4B
        }
      case d: code = after == g && isFront(letter(index + 2)) ? nil : 0x54
      case g:
        if after == h {
          used = 2
          code = isVowel(letter(index + 2)) ? 0x4B : nil
        } else if after == n, index + 2 == count {
          code = nil
        } else {
          code = isFront(after) ? 0x4A : 0x4B
        }
      case h: code = isVowel(after) && !isMute(hBehind: before) ? 0x48 : nil
      case p: (code, used) = after == h ? (0x46, 2) : (0x50, 1)
      case q: code = 0x4B
      case s: (code, used) = after == h ? (0x58, 2) : (0x53, 1)
      case t: (code, used) = after == h ? (0x54, 2) : (0x54, 1)
      case v: code = 0x46
      case w: code = isVowel(after) ? 0x57 : nil
      case x:
        code = index == start ? 0x53 : 0x4B
        second = index == start ? nil : 0x53
      case z: code = 0x53
      // A final b after m is not heard.
      case b: code = before == m && index == count - 1 ? nil : 0x42
      default: code = current & 0xDF
      }
      if let code, !body(code) { return false }
      if let second, !body(second) { return false }
      index += used
    }
    return true
  }

  /// How many letters at the beginning are not heard: `pneumo-`, `gnat`, `wrist`, `psyllium`.
  private static func silentBeginning(_ first: UInt8, _ second: UInt8) -> Int {
    switch (first, second) {
    case (a, e), (g, n), (k, n), (p, n), (p, s), (w, r): 1
    default: 0
    }
  }

  /// Whether an h is not heard behind a letter.
  private static func isMute(hBehind letter: UInt8) -> Bool {
    letter == c || letter == s || letter == p || letter == t || letter == g || letter == r
  }

  private static func isFront(_ letter: UInt8) -> Bool { letter == e || letter == i || letter == y }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter == a || letter == o || letter == u || isFront(letter)
  }

  private static let a = UInt8(ascii: "a")
  private static let b = UInt8(ascii: "b")
  private static let c = UInt8(ascii: "c")
  private static let d = UInt8(ascii: "d")
  private static let e = UInt8(ascii: "e")
  private static let g = UInt8(ascii: "g")
  private static let h = UInt8(ascii: "h")
  private static let i = UInt8(ascii: "i")
  private static let k = UInt8(ascii: "k")
  private static let m = UInt8(ascii: "m")
  private static let n = UInt8(ascii: "n")
  private static let o = UInt8(ascii: "o")
  private static let p = UInt8(ascii: "p")
  private static let q = UInt8(ascii: "q")
  private static let r = UInt8(ascii: "r")
  private static let s = UInt8(ascii: "s")
  private static let t = UInt8(ascii: "t")
  private static let u = UInt8(ascii: "u")
  private static let v = UInt8(ascii: "v")
  private static let w = UInt8(ascii: "w")
  private static let x = UInt8(ascii: "x")
  private static let y = UInt8(ascii: "y")
  private static let z = UInt8(ascii: "z")
}
