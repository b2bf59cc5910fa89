import MonographLibrary
import MonographModel
import MonographReports

extension ReportMaker {
  /// Monographs side by side. Throws where one of them is not in the library.
  func comparison(of subjects: [ReportRequest.Subject], for request: ReportRequest) throws -> Page {
    let pages = try subjects.map { subject in
      guard let page = try library.page(subject.entity, document: subject.document), page.monograph != nil
      else {
        let document = subject.document.map { " in \($0)" } ?? ""
        throw Failure.notFound(
          "this library has no page about \(subject.entity.nameFromSlug)\(document); there is nothing to compare"
        )
      }
      return page
    }
    return ComparisonReport.page(of: pages, for: request)
  }
}
