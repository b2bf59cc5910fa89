import MonographModel
import Testing

@Suite("A request for a report")
struct ReportRequestTests {
  private let alpha = EntityID(path: "/drugs/alphadol")!
  private let beta = EntityID(path: "/drugs/betadol")!

  @Test("has a page id of its own, which tells what was asked")
  func pageIDs() {
    let requests: [ReportRequest] = [
      .path(from: alpha, to: beta), .path(from: beta, to: alpha), .interactions([alpha, beta]),
      .comparison([.init(entity: alpha), .init(entity: beta)]),
      .comparison([.init(entity: alpha), .init(entity: beta, document: "2")]),
    ]
    #expect(Set(requests.map(\.pageID)).count == requests.count)
    #expect(requests[0].pageID.path == "/reports/path:drugs:alphadol+drugs:betadol")
  }
}
