package handbook

/*
 * Identifiers are given by the app and mean nothing to the library: 1 to 64 bytes of text without
 * control characters and without white space at either end. A text that is not one is refused by
 * the first call that takes it, with a HandbookException.Input naming the field.
 */

/** An organization (tổ chức đảng). A code is not an identity: codes are reused. */
@JvmInline
public value class OrganizationId(public val value: String) {
    override fun toString(): String = value
}

/** A member (đảng viên). */
@JvmInline
public value class MemberId(public val value: String) {
    override fun toString(): String = value
}

/** A meeting (buổi sinh hoạt). */
@JvmInline
public value class MeetingId(public val value: String) {
    override fun toString(): String = value
}

/** A yearly target (chỉ tiêu). */
@JvmInline
public value class TargetId(public val value: String) {
    override fun toString(): String = value
}

/** A project of the portfolio (dự án, gói thầu). */
@JvmInline
public value class ProjectId(public val value: String) {
    override fun toString(): String = value
}

/** A task (nhiệm vụ) given to members or organizations. */
@JvmInline
public value class TaskId(public val value: String) {
    override fun toString(): String = value
}

/** A document (văn bản): directive, guide, resolution. */
@JvmInline
public value class DocumentId(public val value: String) {
    override fun toString(): String = value
}

/** A proposal, comment or question of a member (ý kiến góp ý, đề xuất, câu hỏi). */
@JvmInline
public value class ContributionId(public val value: String) {
    override fun toString(): String = value
}

/** A petition, difficulty or complex issue (kiến nghị, khó khăn, vụ việc phức tạp). */
@JvmInline
public value class MatterId(public val value: String) {
    override fun toString(): String = value
}

/** An inspection or supervision (cuộc kiểm tra, giám sát). */
@JvmInline
public value class InspectionId(public val value: String) {
    override fun toString(): String = value
}

/** A kind of organization (loại hình tổ chức đảng): data of the rule book, such as `chi_bo_co_so`. */
@JvmInline
public value class KindId(public val value: String) {
    override fun toString(): String = value
}

/** A rule of the catalogue, such as `ORG-20`. */
@JvmInline
public value class RuleId(public val value: String) {
    override fun toString(): String = value
}

/** A parameter of the rule book, such as `cellCommitteeFrom`. */
@JvmInline
public value class ParameterId(public val value: String) {
    override fun toString(): String = value
}
