internal import CLibXML2

/// The characters that HTML knows by name.
enum HTMLEntity {
  /// The character of a name such as `quot` or `alpha`; nil for a name HTML does not know.
  static func character(named name: String) -> String? {
    guard let entity = htmlEntityLookup(name), let scalar = Unicode.Scalar(entity.pointee.value) else {
      return nil
    }
    return String(scalar)
  }
}
