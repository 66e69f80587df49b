import Foundation
import HandbookKit
import XCTest

/// The cases that every runtime answers alike: each crosses as typed values, and the whole answer is
/// compared.
final class ConformanceTests: XCTestCase {
    private let shipped = RuleBook.vietnam()

    func testFormulas() throws {
        var passed = 0
        var failed = 0
        for file in try Repository.vectors() {
            for vector in try JSONValue(contentsOf: file)["cases"]?.list ?? [] {
                let name = "\(file.lastPathComponent): \(vector["name"]?.text ?? "")"
                let got = try answerOrError { try answer(vector) }
                if got == vector["answer"] ?? vector["error"] {
                    passed += 1
                } else {
                    failed += 1
                    XCTFail("\(name): got \(try got.json)")
                }
            }
        }
        XCTAssertGreaterThan(passed, 0, "there are no vectors")
        print("conformance swift formulas: \(passed) passed, \(failed) failed")
    }

    private func answer(_ vector: JSONValue) throws -> String {
        let input = try vector["inputText"]?.text ?? XCTUnwrap(vector["input"]).json
        let question: Question
        let book = try self.book(of: vector)
        question = try questionFromJson(door: XCTUnwrap(vector["door"]?.text), input: input)
        return try answerToJson(answer: book.ask(question, on: day(vector, "on")))
    }

    func testRecord() throws {
        var passed = 0
        var failed = 0
        for file in try Repository.scenarios() {
            let scenario = try JSONValue(contentsOf: file)
            let problems = try self.problems(of: scenario)
            passed += problems.isEmpty ? 1 : 0
            failed += problems.isEmpty ? 0 : 1
            for problem in problems {
                XCTFail("\(file.lastPathComponent): \(problem)")
            }
        }
        XCTAssertGreaterThan(passed, 0, "there are no scenarios")
        print("conformance swift record: \(passed) passed, \(failed) failed")
    }

    /// What went otherwise than the scenario says.
    private func problems(of scenario: JSONValue) throws -> [String] {
        var problems: [String] = []
        var handbook = Handbook(book: try book(of: scenario))
        for (place, step) in (scenario["steps"]?.list ?? []).enumerated() {
            let before = handbook.events()
            if let command = step["command"] {
                let got = try answerOrError {
                    let command = try commandFromJson(json: command.json)
                    let recordedOn = try day(step, "recordedOn")
                    return try outcomeToJson(
                        outcome: handbook.submit(command: command, recordedOn: recordedOn))
                }
                if got != step["outcome"] ?? step["error"] {
                    problems.append("step \(place): got \(try got.json)")
                }
                if step["error"] != nil, handbook.events() != before {
                    problems.append("step \(place) left something behind")
                }
            } else if let question = step["ask"] {
                let got = try answerOrError {
                    let asked =
                        try step["knownOn"] == nil
                        ? handbook : handbook.asKnownOn(date: day(step, "knownOn"))
                    let question = try recordQuestionFromJson(json: question.json)
                    let view = asked.on(date: try day(step, "on"))
                    return try recordAnswerToJson(answer: askTyped(view, question))
                }
                if got != step["answer"] ?? step["error"] {
                    problems.append("step \(place): got \(try got.json)")
                }
            } else if step["replay"] != nil {
                handbook = Handbook(book: handbook.ruleBook())
                try handbook.apply(events: eventsFromJson(json: eventsToJson(events: before)))
                if handbook.events() != before {
                    problems.append("step \(place): the replayed record differs")
                }
            } else {
                problems.append("step \(place) is of no known kind")
            }
        }
        return problems
    }

    /// Asks the typed method of the question; exhaustive like `ask`.
    private func askTyped(_ view: DayView, _ question: RecordQuestion) throws -> RecordAnswer {
        switch question {
        case .organization(let id): .organization(try view.organization(id: id))
        case .member(let id): .member(try view.member(id: id))
        case .subtree(let id): .subtree(try view.subtree(id: id))
        case .attendance(let id, let from, let to, let counting):
            .attendance(try view.attendance(id: id, from: from, to: to, counting: counting))
        case .tree(let id): .tree(try view.tree(id: id))
        case .members(let id): .members(try view.members(id: id))
        case .posts(let id): .posts(try view.posts(id: id))
        case .lineage(let id, let from): .lineage(try view.lineage(id: id, from: from))
        case .review(let id): .review(try view.review(id: id))
        case .obligations(let id): .obligations(try view.obligations(id: id))
        case .restated(let from, let figures):
            .restated(try view.restated(from: from, figures: figures))
        case .memberFlows(let id, let from):
            .memberFlows(try view.memberFlows(id: id, from: from))
        case .meeting(let id, let asker):
            .meeting(try view.meeting(id: id, asker: asker))
        case .calendar(let id, let from, let to):
            .calendar(try view.calendar(id: id, from: from, to: to))
        case .memberCalendar(let id, let from, let to):
            .memberCalendar(try view.memberCalendar(id: id, from: from, to: to))
        case .monitor(let id, let year, let month, let asker):
            .monitor(try view.monitor(id: id, year: year, month: month, asker: asker))
        case .tasks(let id, let member, let meeting, let asker):
            .tasks(try view.tasks(id: id, member: member, meeting: meeting, asker: asker))
        case .matters(let id, let asker): .matters(try view.matters(id: id, asker: asker))
        case .inspections(let id, let asker):
            .inspections(try view.inspections(id: id, asker: asker))
        case .targets(let id, let year, let asker):
            .targets(try view.targets(id: id, year: year, asker: asker))
        case .feed(let request): .feed(try view.feed(request: request))
        case .absences(let id, let year, let asker):
            .absences(try view.absences(id: id, year: year, asker: asker))
        case .documents(let search): .documents(try view.documents(search: search))
        case .document(let id): .document(try view.document(id: id))
        case .evaluation(let subject, let year, let asker):
            .evaluation(try view.evaluation(subject: subject, year: year, asker: asker))
        case .evaluations(let id, let year, let asker):
            .evaluations(try view.evaluations(id: id, year: year, asker: asker))
        case .calibration(let id, let year, let asker):
            .calibration(try view.calibration(id: id, year: year, asker: asker))
        case .level(let subject, let year): .level(try view.level(subject: subject, year: year))
        case .levelExplained(let subject, let year, let asker):
            .levelExplained(try view.levelExplained(subject: subject, year: year, asker: asker))
        case .levels(let id, let year, let asker, let offset, let limit):
            .levels(
                try view.levels(id: id, year: year, asker: asker, offset: offset, limit: limit))
        case .levelsReadOtherwise(let id, let year, let terms, let asker, let offset, let limit):
            .levelsReadOtherwise(
                try view.levelsReadOtherwise(
                    id: id, year: year, terms: terms, asker: asker, offset: offset, limit: limit))
        }
    }

    private func book(of vector: JSONValue) throws -> RuleBook {
        guard let overlay = vector["overlay"] else { return shipped }
        return try shipped.withOverlay(json: overlay.json)
    }

    private func day(_ vector: JSONValue, _ key: String) throws -> CalendarDate {
        try CalendarDate(iso: XCTUnwrap(vector[key]?.text))
    }

    private func answerOrError(_ answer: () throws -> String) throws -> JSONValue {
        do {
            return try JSONValue(parsing: answer())
        } catch let error as HandbookError {
            return try JSONValue(parsing: error.toJson())
        }
    }
}
