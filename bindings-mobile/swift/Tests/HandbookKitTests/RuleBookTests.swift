import Foundation
import HandbookKit
import XCTest

final class RuleBookTests: XCTestCase {
    private let book = RuleBook.vietnam()
    private let endOf2025 = CalendarDate(year: 2025, month: 12, day: 31)

    func testDatesCovered() {
        XCTAssertEqual(book.coversFrom(), CalendarDate(year: 2021, month: 1, day: 1))
        XCTAssertEqual(book.coversTo(), CalendarDate(year: 2026, month: 12, day: 31))
    }

    func testAnAnswerCarriesItsGrounds() throws {
        let verdict = try book.cellCommittee(on: endOf2025, input: CellCommitteeInput(fullMembers: 8))
        XCTAssertFalse(verdict.value.committee)
        let ground = try XCTUnwrap(verdict.grounds.first)
        XCTAssertEqual(ground.rule, "ORG-20")
        XCTAssertEqual(ground.citation.instrument, "294-QĐ/TW")
        XCTAssertEqual(ground.measured, .count(value: 8))
        XCTAssertEqual(
            try book.sentence(ground: ground, language: .en),
            "Full members to elect a cell committee: 8, required at least 9: does not hold (ORG-20, 294-QĐ/TW §23.2)"
        )
    }

    func testADayOutsideTheBookIsATypedErrorWithASentence() throws {
        let day = CalendarDate(year: 1999, month: 12, day: 31)
        XCTAssertThrowsError(
            try book.cellCommittee(on: day, input: CellCommitteeInput(fullMembers: 9))
        ) { error in
            guard case HandbookError.outsideRuleBook(let date, _, _, _) = error else {
                return XCTFail("\(error)")
            }
            XCTAssertEqual(date, day)
            let english =
                "1999-12-31 is outside what the rule book `vietnam` covers: 2021-01-01 to 2026-12-31"
            XCTAssertEqual("\(error)", english)
            let vietnamese = (error as? HandbookError)?.sentence(language: .vi)
            XCTAssertNotEqual(vietnamese, english)
            XCTAssertTrue([english, vietnamese].contains(error.localizedDescription))
        }
    }

    func testAnIdentifierThatIsNoneNamesItsField() {
        let kind = KindId(String(repeating: "x", count: 65))
        XCTAssertThrowsError(
            try book.placement(on: endOf2025, input: PlacementInput(kind: kind, parent: nil))
        ) { error in
            guard case HandbookError.input(let code, let field, _, let limit) = error else {
                return XCTFail("\(error)")
            }
            XCTAssertEqual(code, .tooLong)
            XCTAssertEqual(field, "kind")
            XCTAssertEqual(limit, "64")
        }
    }

    func testADayThatDoesNotExistIsAnErrorAndNoCrash() {
        let day = CalendarDate(year: 2025, month: 2, day: 30)
        XCTAssertThrowsError(
            try book.cellCommittee(on: day, input: CellCommitteeInput(fullMembers: 9))
        ) { error in
            guard case HandbookError.input(let code, _, let value, _) = error else {
                return XCTFail("\(error)")
            }
            XCTAssertEqual(code, .notADate)
            XCTAssertEqual(value, "2025-02-30")
        }
    }

    func testCalendarDates() throws {
        let day = try CalendarDate(iso: "2023-12-31")
        XCTAssertEqual(day, CalendarDate(year: 2023, month: 12, day: 31))
        XCTAssertEqual(day.iso, "2023-12-31")
        XCTAssertLessThan(CalendarDate(year: 2023, month: 9, day: 30), day)
        for text in ["", "2023", "2023-12", "2023-12-31-1", "2023-1a-01", "x"] {
            XCTAssertThrowsError(try CalendarDate(iso: text), text)
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try XCTUnwrap(TimeZone(secondsFromGMT: 7 * 3600))
        let moment = Date(timeIntervalSince1970: 1_703_955_600)
        XCTAssertEqual(CalendarDate(moment, in: calendar), day)
        let coded = try JSONEncoder().encode([day])
        XCTAssertEqual(String(decoding: coded, as: UTF8.self), "[\"2023-12-31\"]")
        XCTAssertEqual(try JSONDecoder().decode([CalendarDate].self, from: coded), [day])
    }

    func testTextsAreFoundWhateverTheirAccents() {
        XCTAssertEqual(
            searchKey(text: "Đảng bộ xã Khánh Dương"), searchKey(text: "dang bo xa khanh duong"))
    }
}
