import Foundation
import HandbookKit
import XCTest

final class LevelColumnsTests: XCTestCase {
    private let sheet = ScoreSheet(
        criteria: [WeightedCriterion(weight: 100, most: 100)],
        excellentFrom: 9_000, goodFrom: 7_000, completedFrom: 5_000,
        disciplined: .notCompleted,
        cap: ShareCap(
            share: Fraction(numerator: 1, denominator: 5),
            reading: .shareOfGoodBeforeDemotion, rounding: .floor),
        ties: .vote)

    /// Two cells of a commune, in the second a tie at the line of the cap.
    private func commune() throws -> LevelColumns {
        var flags = Data(count: 16)
        flags[8] = 1
        return try LevelColumns(
            sheet: sheet, cellStarts: [0, 9, 16], parents: [2, 2, UInt32.max],
            marks: Data([95, 92, 92, 80, 75, 72, 71, 70, 99, 92, 92, 70, 70, 70, 70, 70]),
            flags: flags, capStarts: [])
    }

    func testACommuneIsJudgedInOneCall() throws {
        let columns = try commune()
        XCTAssertEqual(columns.levels(), Data([3, 2, 2, 2, 2, 2, 2, 2, 0, 4, 4, 2, 2, 2, 2, 2]))
        XCTAssertEqual(columns.counts(), [1, 0, 7, 1, 0, 0, 0, 5, 0, 2, 1, 0, 12, 1, 2])
        XCTAssertEqual(columns.scores().first, 9_500)
    }

    func testAChangeIsJudgedInItsCellAndWhatStandsAbove() throws {
        let columns = try commune()
        let again = try columns.setMember(member: 9, marks: [93], flags: 0)
        XCTAssertEqual(again, RejudgedColumns(members: 7, groups: 2))
        let changed: [UInt32] = [1, 0, 7, 1, 0, 0, 0, 6, 1, 0, 1, 0, 13, 2, 0]
        XCTAssertEqual(columns.counts(), changed)
        XCTAssertThrowsError(try columns.setMember(member: 9, marks: [101], flags: 0))
        columns.judgeAgain()
        XCTAssertEqual(columns.counts(), changed)
    }

    func testManyCellsTakeOneCall() throws {
        let cells = 1_000
        let marks = Data((0..<cells * 15).map { UInt8($0 * 37 % 101) })
        var times: [Double] = []
        for _ in 0..<21 {
            let began = Date()
            let columns = try LevelColumns(
                sheet: sheet, cellStarts: (0...cells).map { UInt32($0 * 15) },
                parents: Array(repeating: UInt32.max, count: cells), marks: marks,
                flags: Data(), capStarts: [])
            XCTAssertEqual(columns.levels().count, cells * 15)
            times.append(Date().timeIntervalSince(began) * 1_000_000)
        }
        let median = Int(times.sorted()[10])
        print("measured: 15,000 members of 1,000 cells judged in one call, median \(median) µs (Swift)")
    }
}
