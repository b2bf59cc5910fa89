import MonographModel
import MonographReports

extension MemoryLibrary {
  /// The page that answers a request, as the program makes it; nil for what is not made of pages alone.
  func report(_ request: ReportRequest) -> Page? {
    switch request {
    case .path: return nil
    case .comparison(let subjects):
      let pages = subjects.compactMap { page($0.entity, document: $0.document) }
      let isTwice =
        Set(pages.map(\.entity)).count < pages.count && Set(pages.map(\.document)).count < pages.count
      return pages.count == subjects.count && !isTwice ? ComparisonReport.page(of: pages, for: request) : nil
    case .interactions(let entities):
      let pages = entities.compactMap { page($0) }
      let pairs = pages.indices.flatMap { first in
        pages[(first + 1)...].map { second in
          PairRecords(
            first: pages[first].entity, second: second.entity,
            relations: pages[first].neighbours.edges.map(\.relation).filter { $0.object == second.entity })
        }
      }
      let subjects = pages.map { InteractionRecords.Subject(entity: $0.entity, name: $0.title) }
      return InteractionReport.page(of: InteractionRecords(subjects: subjects, pairs: pairs), for: request)
    }
  }
}
