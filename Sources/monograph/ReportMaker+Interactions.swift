import MonographLibrary
import MonographModel
import MonographReports

extension ReportMaker {
  /// What the library records between each two of some drugs. Throws where it knows nothing of one of them.
  func interactions(among entities: [EntityID], for request: ReportRequest) throws -> Page {
    guard let records = try library.interactions(among: entities) else {
      let names = entities.map(\.nameFromSlug).joined(separator: ", ")
      throw Failure.notFound("this library knows nothing of one of these: \(names)")
    }
    return InteractionReport.page(of: records, for: request)
  }
}
