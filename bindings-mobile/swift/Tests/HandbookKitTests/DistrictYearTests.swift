import Foundation
import HandbookKit
import XCTest

final class DistrictYearTests: XCTestCase {
    private let endOfYear = CalendarDate(year: 2023, month: 12, day: 31)

    func testReportHasTheBytesItHasEverywhere() throws {
        let handbook = try Handbook.open(
            book: .vietnam(), tables: Repository.sampleTables(), recordedOn: endOfYear)
        for judgedIn in [2023, 2025] {
            let judgedOn = CalendarDate(year: judgedIn, month: 12, day: 31)
            let request = DistrictYearRequest(year: 2023, judgedOn: judgedOn)
            let path = "tests/expected/district-year-2023-judged-\(judgedIn).json"
            let expected = try String(contentsOf: Repository.file(path), encoding: .utf8)
            XCTAssertTrue(try handbook.districtYearJson(request: request) == expected)
            let typed = try handbook.districtYear(request: request)
            XCTAssertTrue(try districtYearToJson(report: typed) == expected, "typed, and back")
        }
    }

    func testDirtyTablesAreOneErrorThatListsEveryProblem() throws {
        let tables = try Repository.sampleTables().map { file in
            guard file.name == "organizations.csv" else { return file }
            let text = String(decoding: file.bytes, as: UTF8.self)
            let dirty = text.replacingOccurrences(of: "huyen_uy", with: "no_such_kind")
            return TableFile(name: file.name, bytes: Data(dirty.utf8))
        }
        XCTAssertThrowsError(
            try Handbook.open(book: .vietnam(), tables: tables, recordedOn: endOfYear)
        ) { error in
            guard case HandbookError.tables(let problems, let total) = error else {
                return XCTFail("\(error)")
            }
            XCTAssertEqual(problems.first?.file, "organizations.csv")
            XCTAssertGreaterThan(total, 0)
            XCTAssertTrue(error.localizedDescription.hasPrefix("organizations.csv:"))
        }
    }

    func testStoredRecordGoesOnWhereItStopped() throws {
        let book = RuleBook.vietnam()
        let first = Handbook(book: book)
        let command = Command.registerOrganization(
            id: "tinh", kind: "tinh_uy", parent: nil, name: "Tỉnh ủy mẫu", code: nil,
            sector: .state, village: false, purpose: nil,
            on: CalendarDate(year: 2021, month: 1, day: 1))
        let outcome = try first.submit(command: command, recordedOn: endOfYear)
        guard case .accepted = outcome else { return XCTFail("\(outcome)") }
        let second = Handbook(book: book)
        try second.apply(events: eventsFromJson(json: eventsToJson(events: first.events())))
        XCTAssertEqual(second.events(), first.events())
        XCTAssertEqual(second.eventsAfter(known: 1), [])
        XCTAssertEqual(try second.on(date: endOfYear).roots(), ["tinh"])
    }

    func testARecordIsSharedBetweenTasks() async throws {
        let handbook = try Handbook.open(
            book: .vietnam(), tables: Repository.sampleTables(), recordedOn: endOfYear)
        let view = handbook.on(date: endOfYear)
        let root = try XCTUnwrap(view.roots().first)
        let counts = try await withThrowingTaskGroup(of: UInt32.self) { group in
            for _ in 0..<8 {
                group.addTask { try view.organization(id: root).fullMembers }
            }
            return try await group.reduce(into: Set<UInt32>()) { $0.insert($1) }
        }
        XCTAssertEqual(counts.count, 1)
    }
}
