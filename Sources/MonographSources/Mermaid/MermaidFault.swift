/// What a diagram's source has that is not understood.
struct MermaidFault: Error, Equatable {
  /// The offset in the diagram's source.
  var offset: Int
  /// One plain sentence.
  var message: String
}
