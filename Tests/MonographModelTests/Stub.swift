import Testing

@testable import MonographModel
