/// A time of the day in Vietnam, in whole minutes.
///
/// ```swift
/// let evening = TimeOfDay(hour: 19, minute: 30)
/// let same = try TimeOfDay(iso: "19:30")
/// ```
///
/// Whether the time exists is not checked here: the first call that takes a time such as 24:00
/// throws `HandbookError.input`.
public struct TimeOfDay: Hashable, Sendable {
    /// The hour, 0 to 23.
    public let hour: Int
    /// The minute, 0 to 59.
    public let minute: Int

    /// A time by its parts.
    public init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// A time written as `hh:mm`.
    ///
    /// - Throws: `HandbookError.input` for text that is not two numbers.
    public init(iso text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else {
            throw HandbookError.input(code: .notATime, field: "time", value: text, limit: nil)
        }
        self.init(hour: hour, minute: minute)
    }

    /// The time as `hh:mm`.
    public var iso: String {
        func padded(_ number: Int) -> String {
            (number >= 0 && number < 10 ? "0" : "") + String(number)
        }
        return "\(padded(hour)):\(padded(minute))"
    }
}

extension TimeOfDay: Comparable {
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}

extension TimeOfDay: CustomStringConvertible {
    public var description: String { iso }
}

extension TimeOfDay: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(iso: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
