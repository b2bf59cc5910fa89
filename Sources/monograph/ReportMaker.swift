import MonographLibrary
import MonographModel
import MonographReports

/// Makes the pages that a person asks for from what a library records.
struct ReportMaker {
  let library: Library

  /// The page that answers a request. Throws where the library knows nothing of one of its entities.
  func page(for request: ReportRequest) throws -> Page {
    switch request {
    case .path(let from, let to): return try pathReport(from: from, to: to).report.page
    case .comparison(let subjects): return try comparison(of: subjects, for: request)
    case .interactions(let entities): return try interactions(among: entities, for: request)
    }
  }

  /// How two entities are connected, as a page.
  func pathReport(from: EntityID, to: EntityID) throws -> (answer: PathAnswer, report: PathReport) {
    let ends = try [from, to].map(related)
    guard let answer = try library.paths(from: ends[0].entity, to: ends[1].entity) else {
      throw Failure.notFound("this library knows nothing about \(from.path) or \(to.path)")
    }
    return (answer, PathReport(answer, remarks: ends.compactMap(\.remark), for: .path(from: from, to: to)))
  }

  /// The entity whose relations are meant: a page without any, such as that of a salt, stands for the base that they are
  /// recorded under, and it is said.
  private func related(_ entity: EntityID) throws -> (entity: EntityID, remark: String?) {
    guard let page = try library.page(entity), page.neighbours.edgeCount == 0, page.monograph != nil,
      let base = page.related.first
    else { return (entity, nil) }
    return (
      base.entity,
      "No relation is recorded of \(page.title); those of \(base.title) are followed, under which they are recorded."
    )
  }
}
