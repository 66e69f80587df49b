import Foundation

/// A day of the calendar, without a time and without a time zone.
///
/// `Date` is a moment, and the day it falls on depends on where one stands; rules speak of days.
///
/// ```swift
/// let endOfYear = CalendarDate(year: 2023, month: 12, day: 31)
/// let same = try CalendarDate(iso: "2023-12-31")
/// ```
///
/// Whether the day exists is not checked here: the first call that takes a day such as 30 February
/// throws `HandbookError.input`.
public struct CalendarDate: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day by its parts.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day written as `yyyy-mm-dd`.
    ///
    /// - Throws: `HandbookError.input` for text that is not three numbers.
    public init(iso text: String) throws {
        let signed = text.hasPrefix("-") || text.hasPrefix("+")
        let parts = text.dropFirst(signed ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else {
            throw HandbookError.input(code: .notADate, field: "date", value: text, limit: nil)
        }
        self.init(year: text.hasPrefix("-") ? -year : year, month: month, day: day)
    }

    /// The day on which a moment falls in a calendar's time zone.
    public init(_ moment: Date, in calendar: Calendar) {
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// The day as `yyyy-mm-dd`.
    public var iso: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number.magnitude)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
        return "\(sign)\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension CalendarDate: Comparable {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    public var description: String { iso }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(iso: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
