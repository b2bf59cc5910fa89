import MonographLibrary
import MonographModel
import MonographReports

/// Makes the pages that a person asks for from what a library records.
struct ReportMaker {
  let library: Library

  /// The page that answers a request. Throws where the library knows nothing of one of its entities.
  func page(for request: ReportRequest) throws -> Page {
    switch request {
    case .path(let from, let to): return PathReport(try paths(from: from, to: to)).page
    case .comparison(let subjects): return try comparison(of: subjects, for: request)
    case .interactions(let entities): return try interactions(among: entities, for: request)
    }
  }

  /// How two entities are connected.
  func paths(from: EntityID, to: EntityID) throws -> PathAnswer {
    guard let answer = try library.paths(from: from, to: to) else {
      throw Failure.notFound("this library knows nothing about \(from.path) or \(to.path)")
    }
    return answer
  }
}
