import HandbookKit
import XCTest

final class RuleBookTests: XCTestCase {
    func testDatesCovered() throws {
        XCTAssertEqual(RuleBook.vietnam().coversFrom(), CalendarDate(year: 2021, month: 1, day: 1))
    }
}
