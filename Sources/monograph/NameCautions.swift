import BrowserCore
import MonographSearch

extension LookAlikeNames {
  /// What a name is mistaken for, spelt so that it is not; nil where no list has it.
  func caution(for name: String) -> NameCaution? {
    // A page about both names says so itself: "hydralazine and hydroxyzine".
    let others = lookAlikes(of: name).filter { !name.lowercased().contains($0.lowercased()) }
    guard !others.isEmpty else { return nil }
    return NameCaution(spelling: tallMan(name) ?? name, mistakenFor: others)
  }
}
