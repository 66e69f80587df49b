import Foundation
import HandbookKit
import XCTest

final class CalendarFeedTests: XCTestCase {
    private func feed(stampedAt: String) -> CalendarFeed {
        CalendarFeed(
            name: "Chi bộ thôn 1", product: "-//Handbook//Test//VI", domain: "example.org",
            stampedAt: stampedAt,
            events: [
                CalendarEvent(
                    id: "m-12", sequence: 2, on: CalendarDate(year: 2025, month: 12, day: 3),
                    startsAt: TimeOfDay(hour: 19, minute: 30), minutes: 90,
                    summary: "Sinh hoạt thường kỳ", description: "",
                    location: "Nhà văn hóa, thôn 1", categories: [], status: .confirmed)
            ])
    }

    func testAFeedIsLinesThatEndWithCRAndLF() throws {
        let lines = try icalendar(feed: feed(stampedAt: "2025-11-20T02:00:00Z"))
            .components(separatedBy: "\r\n")
        XCTAssertEqual(lines.first, "BEGIN:VCALENDAR")
        XCTAssertTrue(lines.contains("UID:m-12@example.org"))
        XCTAssertTrue(lines.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20251203T193000"))
        XCTAssertTrue(lines.contains("LOCATION:Nhà văn hóa\\, thôn 1"))
        XCTAssertEqual(Array(lines.suffix(2)), ["END:VCALENDAR", ""])
    }

    func testAMomentThatIsNoneIsRefused() {
        XCTAssertThrowsError(try icalendar(feed: feed(stampedAt: "20 tháng 11"))) { error in
            guard case HandbookError.input(_, let field, _, _) = error else {
                return XCTFail("\(error)")
            }
            XCTAssertEqual(field, "stampedAt")
        }
    }
}
