import Foundation
import HandbookKit

/// What the tests read of the repository they stand in.
enum Repository {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func file(_ path: String) -> URL {
        root.appendingPathComponent(path)
    }

    static func vectors() throws -> [URL] {
        try files(in: "tests/vectors", "json")
    }

    static func scenarios() throws -> [URL] {
        try files(in: "tests/vectors/record", "json")
    }

    /// The CSV tables of the sample district.
    static func sampleTables() throws -> [TableFile] {
        try files(in: "examples/data/yen-mo-2023", "csv").map { file in
            TableFile(name: file.lastPathComponent, bytes: try Data(contentsOf: file))
        }
    }

    private static func files(in folder: String, _ kind: String) throws -> [URL] {
        try FileManager.default
            .contentsOfDirectory(at: file(folder), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == kind }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
