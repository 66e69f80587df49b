/// An identifier given by the app: 1 to 64 bytes of text without control characters and without
/// white space at either end.
///
/// A text that is not one is refused by the first call that takes it, with
/// `HandbookError.input` naming the field.
public protocol Identifier: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The text as the app gave it.
    var value: String { get }

    /// Wraps a text.
    init(_ value: String)
}

extension Identifier {
    public init(stringLiteral value: String) {
        self.init(value)
    }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var description: String { value }

    public static func < (left: Self, right: Self) -> Bool {
        left.value < right.value
    }
}

/// An organization (tổ chức đảng). A code is not an identity: codes are reused.
public struct OrganizationId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A member (đảng viên).
public struct MemberId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A meeting (buổi sinh hoạt).
public struct MeetingId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A yearly target (chỉ tiêu).
public struct TargetId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A project of the portfolio (dự án, gói thầu).
public struct ProjectId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A task (nhiệm vụ) given to members or organizations.
public struct TaskId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A document (văn bản): directive, guide, resolution.
public struct DocumentId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A proposal, comment or question of a member (ý kiến góp ý, đề xuất, câu hỏi).
public struct ContributionId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A petition, difficulty or complex issue (kiến nghị, khó khăn, vụ việc phức tạp).
public struct MatterId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// An inspection or supervision (cuộc kiểm tra, giám sát).
public struct InspectionId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A kind of organization (loại hình tổ chức đảng): data of the rule book, such as `chi_bo_co_so`.
public struct KindId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A rule of the catalogue, such as `ORG-20`.
public struct RuleId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}

/// A parameter of the rule book, such as `cellCommitteeFrom`.
public struct ParameterId: Identifier {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }
}
