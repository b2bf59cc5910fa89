/// A name that holds a word.
struct NamePosting: Hashable {
  /// Its key in the `name` table.
  let name: Int
}
