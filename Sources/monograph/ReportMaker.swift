import MonographLibrary
import MonographModel

/// Makes the pages that a person asks for from what a library records.
struct ReportMaker {
  let library: Library

  /// The page that answers a request. Throws where the library knows nothing of one of its entities.
  func page(for request: ReportRequest) throws -> Page {
    switch request {
    case .comparison(let subjects): return try comparison(of: subjects, for: request)
    case .interactions(let entities): return try interactions(among: entities, for: request)
    case .path:
      throw Failure.notFound("this is not made yet")
    }
  }
}
