// Opens a district's tables, prints the figures of its year, and how long judging takes.
import Foundation
import HandbookKit

/// The year of the district whose tables are in a folder.
func districtYear(in folder: URL, year: Int32) throws -> DistrictYear {
    let tables = try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "csv" }
        .map { TableFile(name: $0.lastPathComponent, bytes: try Data(contentsOf: $0)) }
    let endOfYear = CalendarDate(year: Int(year), month: 12, day: 31)
    let handbook = try Handbook.open(book: .vietnam(), tables: tables, recordedOn: endOfYear)
    return try handbook.districtYear(request: DistrictYearRequest(year: year))
}

/// A line per figure: what is shown, the counts behind it, its name.
func figureLines(_ report: DistrictYear, _ language: Language) -> [String] {
    func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let names = Dictionary(uniqueKeysWithValues: report.organizations.map { ($0.id.value, $0.name) })
    return report.figures.map { figure in
        let parts = figure.id.split(separator: ":", maxSplits: 1).map(String.init)
        let name =
            figureName(id: figure.id, language: language)
            ?? figureName(id: parts[0], language: language) ?? parts[0]
        let organization = parts.dropFirst().first.flatMap { names[$0] }.map { " (\($0))" } ?? ""
        let shown =
            switch figure.unit {
            case .percent: shownPercent(shown: figure.shown, language: language)
            case .dong: shownMoney(dong: figure.numerator, language: language)
            case .count: figure.shown
            }
        let counts = figure.denominator.map { "\(figure.numerator)/\($0)" } ?? ""
        return "\(right(shown, 22)) \(right(counts, 12))  \(name)\(organization)"
    }
}

/// Microseconds, in the median, to judge a member of a cell of 15 with the cap over the cell.
func medianOfOneCell() throws -> Double {
    let today = CalendarDate(year: 2025, month: 12, day: 31)
    let since = CalendarDate(year: 2025, month: 7, day: 1)
    let handbook = Handbook(book: .vietnam())
    func take(_ command: Command) throws {
        guard case .accepted = try handbook.submit(command: command, recordedOn: today) else {
            fatalError("refused: \(command)")
        }
    }

    try take(
        .registerOrganization(
            id: "xa", kind: "dang_bo_xa", parent: nil, name: "Xã mẫu", code: nil, sector: .state,
            village: false, purpose: nil, on: since))
    try take(
        .registerOrganization(
            id: "co-quan", kind: "chi_bo_co_so", parent: "xa", name: "Chi bộ mẫu", code: nil,
            sector: .state, village: false, purpose: nil, on: since))
    for place in 1...15 {
        let member = MemberId("dv-\(place)")
        try take(
            .registerMember(
                id: member, name: "Đảng viên \(place)", sex: place % 2 == 0 ? .female : .male,
                bornOn: CalendarDate(year: 1980, month: 5, day: 19), cell: "co-quan", on: since,
                decisionOn: nil, admittedOn: CalendarDate(year: 2010, month: 2, day: 3),
                recognizedOn: CalendarDate(year: 2011, month: 2, day: 3), sector: .state,
                religious: nil))
        let facts = LevelFacts(
            subject: .member, marks: UInt32(9500 - place * 100), criteria: [],
            tasks: TaskCounts(total: 10, done: 10, onTime: 10, beyond: 4, late: 0),
            disciplined: false, subordinateDisciplined: false)
        try take(.rateMember(member: member, year: 2025, facts: facts, peerGroup: nil, unitLed: nil))
    }

    let day = handbook.on(date: today)
    func judge() throws -> LevelAnswer {
        try day.level(subject: .member(id: "dv-1"), year: 2025)
    }
    guard try judge().rated.value else { fatalError("the cell was not judged") }
    for _ in 0..<200 { _ = try judge() }
    let times = try (0..<101).map { _ in
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<10 { _ = try judge() }
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 10_000
    }
    return times.sorted()[times.count / 2]
}

let arguments = CommandLine.arguments.dropFirst()
let folder = URL(fileURLWithPath: arguments.first ?? "examples/data/yen-mo-2023")
let language: Language = arguments.dropFirst().first == "vi" ? .vi : .en
do {
    for line in figureLines(try districtYear(in: folder, year: 2023), language) {
        print(line)
    }
    let median = Int(try medianOfOneCell().rounded())
    #if DEBUG
        let build = "Swift, debug build"
    #else
        let build = "Swift"
    #endif
    print("measured: a cell of 15 members judged, median \(median) µs (\(build))")
} catch let error as HandbookError {
    FileHandle.standardError.write(Data((error.sentence(language: language) + "\n").utf8))
    exit(2)
}
