import MonographModel

extension Page {
  /// What it is, as far as it decides where panels stand.
  var form: PageForm {
    switch report {
    case nil: .page
    case .comparison: .comparison
    case .path, .interactions: .report
    }
  }
}
