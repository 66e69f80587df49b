import Foundation
import HandbookKit
import XCTest

final class DocumentIndexTests: XCTestCase {
    private let title = "Về sinh hoạt chi bộ"

    private func guide() throws -> DocumentIndex {
        try DocumentIndex.fromJson(
            json: """
                [{"id":"a","number":"42-HD/BTCTW","kind":"guide","title":"\(title)",
                  "issuer":"Ban Tổ chức","signedOn":"2025-01-15"}]
                """)
    }

    func testDocumentsAreFoundWithoutAccentsAndThePlacesFitTheText() throws {
        let found = try guide().search(search: SearchInput(text: "hoat chi b", limit: 5, offset: 0))
        XCTAssertEqual(found.total, 1)
        let units = Array(title.utf16)
        let shown = try XCTUnwrap(found.hits.first).places
            .filter { $0.part == .title }
            .map { String(decoding: units[Int($0.start)..<Int($0.start + $0.length)], as: UTF16.self) }
        XCTAssertEqual(shown, ["hoạt", "chi", "bộ"])
    }

    func testDocumentsComeAndGo() throws {
        let index = try guide()
        let document = try XCTUnwrap(index.document(id: "a"))
        XCTAssertThrowsError(try index.add(document: document))
        let ended = Document(
            id: document.id, number: document.number, kind: document.kind, title: document.title,
            issuer: document.issuer, signedOn: document.signedOn,
            inForceTo: CalendarDate(year: 2025, month: 2, day: 1), replaces: document.replaces,
            rules: document.rules, tasks: document.tasks)
        XCTAssertEqual(try index.replace(document: ended), document)
        XCTAssertEqual(
            try index.statusOn(id: "a", date: CalendarDate(year: 2025, month: 3, day: 1)),
            .expired(lastDay: CalendarDate(year: 2025, month: 2, day: 1)))
        XCTAssertEqual(try index.remove(id: "a"), ended)
        XCTAssertNil(try index.remove(id: "a"))
        XCTAssertEqual(index.size(), 0)
    }
}
